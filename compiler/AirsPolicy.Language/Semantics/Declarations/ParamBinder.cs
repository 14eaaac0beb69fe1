using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Semantics.Expressions;
using AirsPolicy.Language.Semantics.Names;
using AirsPolicy.Language.Semantics.Types;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Declarations;

/// <summary>Parameters and their settings. A parameter is a constant of the model: its own value, or the strictest that is set.</summary>
internal static class ParamBinder
{
    /// <summary>The shape of a parameter, or null where its type is wrong.</summary>
    public static Shape? ShapeOf(BindingContext context, Symbol param) => Bound(context, param)?.Shape;

    /// <summary>The value of a parameter, or null where its declaration is wrong.</summary>
    public static ConstantExpression? ValueOf(BindingContext context, Symbol param) => Bound(context, param)?.Value;

    /// <summary>Binds every setting of the packages that are taken in; call it before rules are bound.</summary>
    public static void BindSettings(BindingContext context, IEnumerable<PackageSymbol> packages)
    {
        var done = new HashSet<(PackageSymbol, Symbol)>();
        foreach (var package in packages)
        {
            foreach (var set in package.Syntax.Trees.SelectMany(tree => tree.Root.Declarations).OfType<SetDeclarationSyntax>())
                BindSetting(context, package, set, done);
        }
    }

    /// <summary>
    /// Binds a value that has to be known when the policy is compiled. One for each tier is known once the system has a tier; until then
    /// that of the highest counts.
    /// </summary>
    /// <param name="role">What it is, so that parameters in it are held to their direction.</param>
    /// <param name="detector">Of a weight: the qualified name of the detector.</param>
    public static ConstantExpression? BindConstant(
        BindingContext context, PackageSymbol package, ExpressionSyntax syntax, Shape shape, ParamRole role, string? detector = null)
    {
        var scope = ExpressionScope.Of(package, syntax.Tokens().First().Source, NoFacts.Instance);
        if (new ExpressionBinder(context, scope).BindAs(syntax, shape) is not { } value)
            return null;
        context.Give(value, role, detector);
        if (KnownOf(value) is { } constant)
            return constant;
        context.Report(NameDiagnostics.ParamNotConstant, scope.Source, syntax.Span, TextOf(syntax));
        return null;
    }

    /// <summary>The value where it is known when the policy is compiled.</summary>
    public static ConstantExpression? KnownOf(Expression? value) => value switch
    {
        ConstantExpression constant => constant,
        NamedExpression named => KnownOf(named.Body),
        TableExpression table when PlaceOf(table.Key, table.Values.Count) is { } place => KnownOf(table.Values[place]),
        _ => null,
    };

    /// <summary>
    /// The line of a table that counts when the policy is compiled, or null where only a request knows. Where the system stands in no tier
    /// it is that of the highest.
    /// </summary>
    /// <param name="key">What the table is looked up by.</param>
    /// <param name="lines">How many there are.</param>
    public static int? PlaceOf(Expression key, int lines) => key switch
    {
        ConstantExpression { Value: long known } => (int)known,
        PathExpression { Path: ["system", "tier"] } => lines - 1,
        _ => null,
    };

    private static BoundParam? Bound(BindingContext context, Symbol param)
    {
        if (context.Params.TryGetValue(param, out var known))
            return known;
        var syntax = (ParamDeclarationSyntax)param.Syntax;
        var shape = new ShapeBinder(context, param.Package).Bind(syntax.Shape, param.QualifiedName);
        if (shape is { } typed && syntax.Stricter is not null && !ShapeKinds.IsOrdered(typed.Shape))
        {
            context.Report(
                NameDiagnostics.Mismatch,
                param.Declaration.Source,
                syntax.Shape.Span,
                "a type that has an order",
                ShapeText.WithArticle(typed.Shape));
            shape = null;
        }
        var value = shape is null ? null : BindWritten(context, param.Package, syntax.Value, shape.Value.Shape);
        return context.Params[param] = value is null ? null : new BoundParam(shape!.Value.Shape, value, value);
    }

    // A value that hung on another parameter would depend on which of them is set first.
    private static ConstantExpression? BindWritten(BindingContext context, PackageSymbol package, ExpressionSyntax syntax, Shape shape) =>
        BindConstant(context with { IsBindingParam = true }, package, syntax, shape, ParamRole.Unclear);

    private static void BindSetting(
        BindingContext context,
        PackageSymbol package,
        SetDeclarationSyntax set,
        HashSet<(PackageSymbol, Symbol)> done)
    {
        if (NameLookup.Require(context, package, set.Path, SymbolKind.Param) is not { } param || Bound(context, param) is not { } bound)
            return;
        if (BindWritten(context, package, set.Value, bound.Shape) is not { } value)
            return;
        var source = set.Keyword.Source;
        if (!done.Add((package, param)))
            context.Report(ControlDiagnostics.MemberTwice, source, set.Path.Span, package.Name, $"set {param.Name}");
        else if (((ParamDeclarationSyntax)param.Syntax).Stricter is not { } stricter)
            SetFreely(context, package, set, param, bound, value);
        else if (IsStricter(bound.Declared, value, stricter.IsLower))
            context.Report(
                NameDiagnostics.SetLoosens,
                source,
                set.Value.Span,
                param.Name,
                stricter.IsLower ? "lower" : "higher",
                TextOf(((ParamDeclarationSyntax)param.Syntax).Value));
        else if (IsStricter(value, bound.Value, stricter.IsLower))
            context.Params[param] = bound with { Value = value };
    }

    private static void SetFreely(
        BindingContext context,
        PackageSymbol package,
        SetDeclarationSyntax set,
        Symbol param,
        BoundParam bound,
        ConstantExpression value)
    {
        if (package == param.Package)
            context.Params[param] = bound with { Value = value };
        else
            context.Report(NameDiagnostics.SetNeedsDirection, set.Keyword.Source, set.Path.Span, param.Name);
    }

    private static bool IsStricter(ConstantExpression value, ConstantExpression other, bool lower) =>
        lower ? Compare(value.Value, other.Value) < 0 : Compare(value.Value, other.Value) > 0;

    private static string TextOf(ExpressionSyntax syntax) => syntax.Tokens().First().Source.Slice(syntax.Span).ToString();

    private static int Compare(object left, object right) => (left, right) switch
    {
        (long a, long b) => a.CompareTo(b),
        (decimal a, decimal b) => a.CompareTo(b),
        _ => 0,
    };
}

/// <summary>A parameter with its value.</summary>
/// <param name="Shape">Its type.</param>
/// <param name="Declared">The value of its declaration.</param>
/// <param name="Value">The value that counts.</param>
internal sealed record BoundParam(Shape Shape, ConstantExpression Declared, ConstantExpression Value);
