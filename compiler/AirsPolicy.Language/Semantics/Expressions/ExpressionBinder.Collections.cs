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
        Report(NameDiagnostics.TableGap, syntax.Span, table.Absent, ", or give a default with '??'");
        return null;
    }

    private BoundPath? BindOptionalTable(TableExpressionSyntax syntax, Shape? expected)
    {
        var shape = expected;
        var bound = 0;
        Expression? Value(TableEntrySyntax entry)
        {
            if (Bind(entry.Value, shape) is not { } value)
                return null;
            if (ShapeKinds.Plain(value.Shape) is RecordShape or AnyShape or ListShape)
            {
                Report(NameDiagnostics.NotAlone, entry.Value.Span, "A table", ShapeText.WithArticle(value.Shape));
                return null;
            }
            shape ??= ShapeKinds.Plain(value.Shape);
            var converted = Convert(value, shape);
            if (converted is null && (expected is null || bound > 0))
            {
                Report(NameDiagnostics.Mismatch, entry.Value.Span, ShapeText.WithArticle(shape), ShapeText.WithArticle(value.Shape));
                return null;
            }
            if (converted is null)
                shape = ShapeKinds.Plain(value.Shape);
            bound++;
            return converted ?? value;
        }
        return BindEntries(syntax.Path, syntax.Entries, entry => entry.Name, Value) is { } table
            ? Finish(syntax, table, shape ?? IntShape.Instance)
            : null;
    }

    /// <summary>Binds a table, of whatever kind of value; null where something in it is wrong, which is then reported.</summary>
    /// <param name="path">The key.</param>
    /// <param name="entries">The lines.</param>
    /// <param name="nameOf">The name that a line is for.</param>
    /// <param name="valueOf">What it gives; null where that is wrong.</param>
    public BoundTable<TValue>? BindEntries<TEntry, TValue>(
        PathSyntax path,
        SeparatedSyntaxList<TEntry> entries,
        Func<TEntry, SyntaxToken> nameOf,
        Func<TEntry, TValue?> valueOf)
        where TEntry : SyntaxElement
        where TValue : class
    {
        if (BindKey(path) is not { } key)
            return null;
        if (key.Shape is not EnumShape names)
        {
            Report(NameDiagnostics.TableKey, path.Span, path.Text, ShapeText.WithArticle(key.Shape));
            return null;
        }
        var values = new TValue?[names.Names.Count];
        foreach (var entry in entries)
        {
            var name = nameOf(entry);
            var index = names.Name == "tool" ? IndexOfTool(name.Text) : names.IndexOf(name.Text);
            if (index < 0)
            {
                ReportNotInEnum(name.Span, name.Text, names);
                return null;
            }
            ReferEnumName(name, names, index);
            if (values[index] is not null)
            {
                Report(NameDiagnostics.TableTwice, name.Span, name.Text);
                return null;
            }
            if (valueOf(entry) is not { } value)
                return null;
            values[index] = value;
        }
        // A rising enum takes the value of the nearest lower name, so that a worse state is never treated better than a listed one.
        for (var i = 1; names.Rising && i < values.Length; i++)
            values[i] ??= values[i - 1];
        FillOutsideLadder(names, values);
        return new BoundTable<TValue>(key, names, values);
    }

    // A tier outside the ladder, which no table need know, takes the value of the nearest higher one: what is right for more risk is not
    // too weak for less.
    private void FillOutsideLadder<TValue>(EnumShape names, TValue?[] values)
        where TValue : class
    {
        if (_context.Schemes.Values.FirstOrDefault(scheme => scheme is not null && scheme.Tiers == names) is not { } scheme)
            return;
        for (var i = values.Length - 2; i >= 0; i--)
        {
            if (scheme.Ladder.All(step => step.Tier != names.Names[i]))
                values[i] ??= values[i + 1];
        }
    }

    private BoundPath Finish(TableExpressionSyntax syntax, BoundTable<Expression> table, Shape shape)
    {
        if (table.Known is { } known && table.Values[known] is { } folded)
            return BoundPath.Present(folded);
        return new BoundPath(new TableExpression(table.Key, table.Values.ToValueList(), shape, Place(syntax)), [], table.Gap);
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
