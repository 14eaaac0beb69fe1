using System.Collections.Immutable;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Semantics.Agents;
using AirsPolicy.Language.Semantics.Data;
using AirsPolicy.Language.Semantics.Names;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Expressions;

/// <summary>Questions to tables of data: <c>KEY in TABLE</c> and <c>TABLE.COLUMN(KEY)</c>.</summary>
internal sealed partial class ExpressionBinder
{
    // The table of data that a name stands for. Outer null: it stands for something else; inner null: what was wrong is reported.
    private (BoundData? Data, bool Found)? DataOf(ExpressionSyntax syntax)
    {
        if (!Scope.HasData
            || NameChain.Of(Unwrapped(syntax)) is not { } chain
            || Scope.Locals.ContainsKey(chain.Root.Text)
            || Scope.Facts.Find(chain.Root.Text) is not null
            // A name of the package's own counts before the data of another.
            || NameLookup.FindAny(Scope.Package, chain.Text) is not { Kind: SymbolKind.Data }
            || !NameLookup.TryResolve(
                _context, Scope.Package, chain.Text, chain.Root.Source, chain.Span, SymbolKind.Data, out var symbol))
            return null;
        if (symbol is null)
            return (null, true);
        _context.Use(symbol.Syntax);
        _context.Notes?.Refer(LastToken(chain), SymbolKind.Data, symbol.QualifiedName, null, null, symbol);
        var data = _context.Data.GetValueOrDefault(symbol);
        if (data is not null)
            _context.AskedData.Add(symbol.QualifiedName);
        return (data, true);
    }

    private Truth BindInData(BinaryExpressionSyntax syntax, BoundData? data)
    {
        if (data is null || BindKey(syntax.Left, data) is not { } key)
            return Truth.Of(null);
        var place = Place(syntax);
        var has = new HasExpression(Lookup(data, data.Key, key.Value, place), place);
        var known = key.Row is { } row ? Presence.None.With(row) : Presence.None;
        return syntax.Operator == BinaryOperator.NotIn
            ? new Truth(new NotExpression(has, place), Presence.None, known)
            : new Truth(has, known, Presence.None);
    }

    // Something is asked of a table where the name before the last one is that of a table.
    private (BoundData? Data, bool Found)? AskedOf(CallExpressionSyntax syntax) =>
        syntax.Target is MemberExpressionSyntax member ? DataOf(member.Target) : null;

    private BoundPath? BindLookup(CallExpressionSyntax syntax, BoundData? data)
    {
        var name = ((MemberExpressionSyntax)syntax.Target).Name;
        if (data is null || name.IsMissing)
            return null;
        if (data.Row.FirstOrDefault(member => member.Name == name.Text) is not { } column)
        {
            _context.ReportUnknown(
                NameDiagnostics.UnknownMember,
                Scope.Source,
                name.Span,
                name.Text,
                data.Row.Select(member => member.Name),
                data.Table.Name,
                name.Text);
            return null;
        }
        _context.Notes?.ReferMember(name, $"{data.Table.Name}.{column.Name}", column);
        if (syntax.Arguments.Count != 1)
        {
            Report(
                NameDiagnostics.WrongArguments, syntax.Span, TextOf(syntax.Target), "the key of a row", Count(syntax.Arguments.Count));
            return null;
        }
        if (BindKey(syntax.Arguments[0], data) is not { } key)
            return null;
        var lookup = Lookup(data, column, key.Value, Place(syntax));
        var question = $"{TextOf(syntax.Arguments[0])} in {TextOf(((MemberExpressionSyntax)syntax.Target).Target)}";
        // Of a key that is worked out it is not known that it was worked out before.
        if (key.Row is not { } row)
            return new BoundPath(lookup, [], question, question);
        var keys = column.Optional ? ImmutableArray.Create(row, $"{row}.{column.Name}") : [row];
        var absent = FirstAbsent(keys);
        return new BoundPath(lookup, keys, absent, absent == row ? question : $"has {TextOf(syntax)}");
    }

    // The key, and by what its row is known again. A tool is looked up by its name on the wire.
    private (Expression Value, string? Row)? BindKey(ExpressionSyntax syntax, BoundData data)
    {
        if (Bind(syntax, data.Key.Shape) is not { } bound)
            return null;
        var value = data.Key.Shape is TextShape && ToolScopes.IsTool(bound.Shape)
            ? ToolScopes.WireName(_context.Tools, bound)
            : Fit(bound, syntax, data.Key.Shape);
        return value is null ? null : (value, KeyOf(bound) is { } path ? $"{path} in {data.Table.Name}" : null);
    }

    private static LookupExpression Lookup(BoundData data, ShapeMember column, Expression key, Model.SourcePlace place) =>
        new(data.Table.Name, column.Name, key, column.Shape, place);
}
