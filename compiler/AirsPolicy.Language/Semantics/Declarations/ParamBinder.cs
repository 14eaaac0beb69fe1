using System.Collections.Immutable;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Expressions;
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

    /// <summary>Binds every setting of the packages in force; call it before rules are bound.</summary>
    public static void BindSettings(BindingContext context, IEnumerable<PackageSymbol> packages)
    {
        foreach (var package in packages)
        {
            foreach (var set in package.Syntax.Trees.SelectMany(tree => tree.Root.Declarations).OfType<SetDeclarationSyntax>())
                BindSetting(context, package, set);
        }
    }

    /// <summary>Binds a value that has to be known when the policy is compiled.</summary>
    public static ConstantExpression? BindConstant(BindingContext context, PackageSymbol package, ExpressionSyntax syntax, Shape shape, string what)
    {
        var scope = new ExpressionScope(package, syntax.Tokens().First().Source, NoFacts.Instance, ImmutableDictionary<string, LocalName>.Empty);
        if (new ExpressionBinder(context, scope).BindAs(syntax, shape) is not { } value)
            return null;
        var inner = value is NamedExpression named ? named.Body : value;
        if (inner is ConstantExpression constant)
            return constant;
        context.Report(NameDiagnostics.ParamNotConstant, scope.Source, syntax.Span, what);
        return null;
    }

    private static BoundParam? Bound(BindingContext context, Symbol param)
    {
        if (context.Params.TryGetValue(param, out var known))
            return known;
        context.Params[param] = null;
        var syntax = (ParamDeclarationSyntax)param.Syntax;
        if (new ShapeBinder(context, param.Package).Bind(syntax.Shape, param.QualifiedName) is not { } shape)
            return null;
        if (BindConstant(context, param.Package, syntax.Value, shape.Shape, param.Name) is not { } value)
            return null;
        return context.Params[param] = new BoundParam(shape.Shape, value);
    }

    private static void BindSetting(BindingContext context, PackageSymbol package, SetDeclarationSyntax set)
    {
        if (NameLookup.Require(context, package, set.Path, SymbolKind.Param, "parameter") is not { } param || Bound(context, param) is not { } bound)
            return;
        if (BindConstant(context, package, set.Value, bound.Shape, param.Name) is not { } value)
            return;
        var syntax = (ParamDeclarationSyntax)param.Syntax;
        if (syntax.Stricter is not { } stricter)
        {
            if (package == param.Package)
                context.Params[param] = bound with { Value = value };
            else
                context.Report(NameDiagnostics.SetNeedsDirection, set.Keyword.Source, set.Path.Span, param.Name);
            return;
        }
        var order = Compare(value.Value, bound.Value.Value);
        var tightens = stricter.IsLower ? order <= 0 : order >= 0;
        var declared = ((ParamDeclarationSyntax)param.Syntax).Value;
        if (tightens)
            context.Params[param] = bound with { Value = value };
        else if (Loosens(context, param, value, stricter.IsLower))
            context.Report(NameDiagnostics.SetLoosens, set.Keyword.Source, set.Value.Span, param.Name, stricter.IsLower ? "lower" : "higher",
                declared.Tokens().First().Source.Slice(declared.Span).ToString());
    }

    // A setting that is stricter than the declaration but not than another setting is simply outdone by it.
    private static bool Loosens(BindingContext context, Symbol param, ConstantExpression value, bool lower)
    {
        var syntax = (ParamDeclarationSyntax)param.Syntax;
        var declared = BindConstant(context, param.Package, syntax.Value, value.Shape, param.Name);
        var order = declared is null ? 0 : Compare(value.Value, declared.Value);
        return lower ? order > 0 : order < 0;
    }

    private static int Compare(object left, object right) => (left, right) switch
    {
        (long a, long b) => a.CompareTo(b),
        (decimal a, decimal b) => a.CompareTo(b),
        (bool a, bool b) => a.CompareTo(b),
        (string a, string b) => string.CompareOrdinal(a, b),
        _ => 0,
    };
}

/// <summary>A parameter with its value.</summary>
internal sealed record BoundParam(Shape Shape, ConstantExpression Value);
