using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Semantics.Types;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Expressions;

/// <summary>Quantifiers and tables.</summary>
internal sealed partial class ExpressionBinder
{
    private Expression? BindQuantifier(QuantifierExpressionSyntax syntax)
    {
        if (Bind(syntax.List) is not { } list)
            return null;
        if (ShapeKinds.Plain(list.Shape) is not ListShape)
        {
            Report(NameDiagnostics.Mismatch, syntax.List.Span, "a list behind 'in'", ShapeText.WithArticle(list.Shape));
            return null;
        }
        var element = list.Shape is ListShape shape ? shape.Element : ((ListShape)ShapeKinds.Plain(list.Shape)).Element;
        if (BindBody(syntax.Variable, element, syntax.Body) is not { } body)
            return null;
        var kind = syntax.Keyword.Keyword switch
        {
            Keyword.Any => QuantifierKind.Any,
            Keyword.All => QuantifierKind.All,
            _ => QuantifierKind.Count,
        };
        return new QuantifierExpression(
            kind,
            Scope.Variables,
            list,
            body,
            kind == QuantifierKind.Count ? IntShape.Instance : BoolShape.Instance,
            Place(syntax));
    }

    /// <summary>Binds a condition on an item of a list.</summary>
    public Expression? BindBody(SyntaxToken variable, Shape element, ExpressionSyntax body)
    {
        if (variable.IsMissing || element is ErrorShape)
            return null;
        if (IsTaken(variable.Text))
        {
            Report(NameDiagnostics.HidesName, variable.Span, variable.Text, "item");
            return null;
        }
        _context.Notes?.ReferLocal(variable, SymbolKind.Item, element, variable);
        _context.Notes?.Open(Scope.Source, body.Span, [new ScopeName(variable.Text, SymbolKind.Item, element, null)]);
        return In(Scope.WithItem(variable, element)).BindCondition(body);
    }

    private bool IsTaken(string name) =>
        Scope.Locals.ContainsKey(name) || Scope.Facts.Find(name) is not null || Declarations.LetChecks.IsTaken(Scope.Package, name);

    private Expression? BindTable(TableExpressionSyntax syntax, Shape? expected)
    {
        if (BindOptionalTable(syntax, expected) is not { } table)
            return null;
        if (table.Absent is null)
            return table.Expression;
        Report(NameDiagnostics.TableGap, syntax.Span, table.Absent);
        return null;
    }

    private BoundPath? BindOptionalTable(TableExpressionSyntax syntax, Shape? expected)
    {
        if (BindKey(syntax.Path) is not { } key)
            return null;
        if (key.Shape is not EnumShape names)
        {
            Report(NameDiagnostics.TableKey, syntax.Path.Span, syntax.Path.Text, ShapeText.WithArticle(key.Shape));
            return null;
        }
        var values = new Expression?[names.Names.Count];
        Shape? shape = expected;
        foreach (var entry in syntax.Entries)
        {
            var index = names.Name == "tool" ? IndexOfTool(entry.Name.Text) : names.IndexOf(entry.Name.Text);
            if (index < 0)
            {
                ReportNotInEnum(entry.Name.Span, entry.Name.Text, names);
                return null;
            }
            ReferEnumName(entry.Name, names, index);
            if (values[index] is not null)
            {
                Report(NameDiagnostics.TableTwice, entry.Name.Span, entry.Name.Text);
                return null;
            }
            if (Bind(entry.Value, shape) is not { } value)
                return null;
            if (ShapeKinds.Plain(value.Shape) is RecordShape or AnyShape or ListShape)
            {
                Report(NameDiagnostics.NotAlone, entry.Value.Span, "A table", ShapeText.WithArticle(value.Shape));
                return null;
            }
            shape ??= ShapeKinds.Plain(value.Shape);
            if (Convert(value, shape) is not { } converted)
            {
                if (expected is not null && values.All(v => v is null))
                    shape = ShapeKinds.Plain(value.Shape);
                else
                {
                    Report(NameDiagnostics.Mismatch, entry.Value.Span, ShapeText.WithArticle(shape), ShapeText.WithArticle(value.Shape));
                    return null;
                }
                converted = value;
            }
            values[index] = converted;
        }
        return Finish(syntax, key, names, values, shape ?? IntShape.Instance);
    }

    // A tier outside the ladder, which no table need know, takes the value of the nearest higher one: what is right for more risk is not
    // too weak for less.
    private void FillOutsideLadder(EnumShape names, Expression?[] values)
    {
        if (_context.Schemes.Values.FirstOrDefault(scheme => scheme is not null && scheme.Tiers == names) is not { } scheme)
            return;
        for (var i = values.Length - 2; i >= 0; i--)
        {
            if (scheme.Ladder.All(step => step.Tier != names.Names[i]))
                values[i] ??= values[i + 1];
        }
    }

    private BoundPath Finish(TableExpressionSyntax syntax, Expression key, EnumShape names, Expression?[] values, Shape shape)
    {
        // A rising enum takes the value of the nearest lower name, so that a worse state is never treated better than a listed one.
        for (var i = 1; names.Rising && i < values.Length; i++)
            values[i] ??= values[i - 1];
        FillOutsideLadder(names, values);
        var gap = Array.FindIndex(values, value => value is null);
        if (key is ConstantExpression { Value: long known })
        {
            if (values[known] is { } folded)
                return BoundPath.Present(folded);
            gap = (int)known;
        }
        var table = new TableExpression(key, values.ToValueList(), shape, Place(syntax));
        return new BoundPath(table, [], gap < 0 ? null : names.Names[gap]);
    }

    /// <summary>Binds a path that stands outside expressions: the target of an effect, the key of a table.</summary>
    public Expression? BindFactPath(PathSyntax path) => BindKey(path);

    private Expression? BindKey(PathSyntax path)
    {
        ExpressionSyntax key = new NameExpressionSyntax(path.Parts[0]);
        for (var i = 1; i < path.Parts.Count; i++)
            key = new MemberExpressionSyntax(key, path.Parts.Separators[i - 1], path.Parts[i]);
        return path.IsMissing ? null : Bind(key);
    }
}
