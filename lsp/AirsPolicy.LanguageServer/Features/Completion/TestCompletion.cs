using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.LanguageServer.Features.Completion;

/// <summary>What the steps of a test speak of: outcomes, what is known of a decision, and the facts of a point.</summary>
internal static class TestCompletion
{
    public static IEnumerable<CompletionEntry> Expected(CompletionRequest request) =>
        CompletionEntries
            .Words("allow", "flag", "amend", "hold", "block", "halt")
            .Concat(CompletionEntries.Of(request.Names.Of(SymbolKind.Member)));

    /// <summary>The fields of the record at the cursor, for <c>given POINT … { facts }</c> and the records in it; null elsewhere.</summary>
    public static IEnumerable<CompletionEntry>? Fields(CompletionRequest request) =>
        RecordAt(request) switch
        {
            null => null,
            { Shape: { } shape } => NamesInScope.Plain(shape) is RecordShape record
                ? record.Members.Select(member => new CompletionEntry(
                    member.Name,
                    SymbolKind.Member,
                    CompletionEntries.TypeOf(member.Shape, member.Optional)))
                : [],
            { Facts: var facts } => facts,
        };

    /// <summary>The names that the field before the cursor can be, where it is an enum or a truth value; null elsewhere.</summary>
    public static IEnumerable<CompletionEntry>? Values(CompletionRequest request)
    {
        if (request.Context.Previous is not { } colon
            || !colon.Is(":")
            || RecordAt(request) is not { } record
            || request.Back(2) is not { } field)
            return null;
        var shape = record.Shape is null
            ? request.Names.ShapeOf([field.Text]) ?? FactOf(record.Point, field.Text)
            : (NamesInScope.Plain(record.Shape) as RecordShape)?.Find(field.Text)?.Shape;
        return NamesInScope.Plain(shape) switch
        {
            EnumShape names => names.Names.Select(name => new CompletionEntry(name, SymbolKind.EnumName)),
            BoolShape => CompletionEntries.Words("true", "false"),
            _ => [],
        };
    }

    private static Shape? FactOf(string point, string name) => FactsOf(point).FirstOrDefault(fact => fact.Name == name)?.Shape;

    private static IEnumerable<PointFact> FactsOf(string point) => (DecisionPoints.Find(point)?.Facts ?? []).Concat(CommonFacts.All);

    // Blocks: the test's own brace, the record of `given`, then a record for each `field: {` in it.
    private static Place? RecordAt(CompletionRequest request)
    {
        var blocks = request.Context.Blocks;
        var first = 1;
        while (first < blocks.Count && blocks[first].Kind == '{' && GivenPoint(blocks[first].Before) is null)
            first++;
        if (first >= blocks.Count || blocks.Skip(first).Any(block => block.Kind != '{'))
            return null;
        var point = GivenPoint(blocks[first].Before)!;
        Shape? shape = null;
        for (var i = first + 1; i < blocks.Count; i++)
        {
            if (blocks[i].Before is not [.., { Kind: CursorTokenKind.Word } field, var colon] || !colon.Is(":"))
                return null;
            shape = shape is null && i == first + 1
                ? request.Names.ShapeOf([field.Text]) ?? FactOf(point, field.Text)
                : (NamesInScope.Plain(shape) as RecordShape)?.Find(field.Text)?.Shape;
            if (shape is null)
                return null;
        }

        var facts = FactsOf(point)
            .Select(fact => new CompletionEntry(
                fact.Name,
                SymbolKind.Fact,
                CompletionEntries.TypeOf(fact.Shape, fact.Optional),
                fact.Summary));
        return new Place(point, shape, CompletionEntries.Of(request.Names.Of(SymbolKind.Fact)).Concat(facts));
    }

    private static string? GivenPoint(IReadOnlyList<CursorToken> before)
    {
        for (var i = before.Count - 1; i > 0; i--)
        {
            if (before[i - 1].Is("given"))
                return before[i].Text;
            if (before[i].Is("expect") || before[i].Kind == CursorTokenKind.Group)
                return null;
        }

        return null;
    }

    private sealed record Place(string Point, Shape? Shape, IEnumerable<CompletionEntry> Facts);
}
