namespace AirsPolicy.Text.Patterns.Facts;

/// <summary>The facts of one node, with what is needed to put them together.</summary>
internal readonly record struct NodeFacts(
    int Min,
    int? Max,
    bool AnchoredStart,
    bool AnchoredEnd,
    CodePointSet First,
    LiteralFacts Literals,
    RequiredSet? Set = null,
    int Highest = 0)
{
    public static NodeFacts Empty { get; } = new(0, 0, false, false, CodePointSet.Empty, LiteralFacts.Empty);

    // The least that a character of a set can be, which is what a match is sure to reach.
    private static int LeastOf(CodePointSet set) => set.IsEmpty ? 0 : set.Ranges[0].First;

    private bool TakesNothing => Max == 0;

    public static NodeFacts Of(CodePointSet set, LiteralFacts literals)
    {
        var ranges = set.Ranges;
        if (ranges.IsEmpty) return new NodeFacts(1, 1, false, false, set, literals, RequiredSet.Of(set), LeastOf(set));
        var min = ranges[0].First < CodePointSet.FirstSupplementary ? 1 : 2;
        var max = ranges[^1].Last < CodePointSet.FirstSupplementary ? 1 : 2;
        return new NodeFacts(min, max, false, false, set, literals, RequiredSet.Of(set), LeastOf(set));
    }

    public static NodeFacts Sequence(NodeFacts left, NodeFacts right, LiteralFacts literals) => new(
        left.Min + right.Min,
        left.Max + right.Max,
        left.AnchoredStart || (left.TakesNothing && right.AnchoredStart),
        right.AnchoredEnd || (right.TakesNothing && left.AnchoredEnd),
        left.Min == 0 ? left.First.Union(right.First) : left.First,
        literals,
        RequiredSet.Sequence(left.Set, left.Max, right.Set),
        Math.Max(left.Highest, right.Highest));

    public static NodeFacts Either(NodeFacts left, NodeFacts right, LiteralFacts literals) => new(
        Math.Min(left.Min, right.Min),
        left.Max is { } one && right.Max is { } other ? Math.Max(one, other) : null,
        left.AnchoredStart && right.AnchoredStart,
        left.AnchoredEnd && right.AnchoredEnd,
        left.First.Union(right.First),
        literals,
        RequiredSet.Either(left.Set, right.Set),
        Math.Min(left.Highest, right.Highest));

    public NodeFacts Repeat(int min, int? max)
    {
        if (max == 0)
            return Empty;
        int? longest =
            TakesNothing ? 0
            : max is { } most && Max is { } body ? most * body
            : null;
        return new NodeFacts(
            min * Min,
            longest,
            min > 0 && AnchoredStart,
            min > 0 && AnchoredEnd,
            First,
            Literals.Repeat(min, max, Max),
            min > 0 ? Set : null,
            min > 0 ? Highest : 0);
    }

    public PatternFacts ToFacts() => new(Min, Max, AnchoredStart, AnchoredEnd, First, Literals.ToRequired()?.Any ?? [])
    {
        LiteralWithin = Literals.ToRequired()?.Within,
        LiteralItem = Literals.ToRequired()?.Item,
        RequiredSet = Set,
        Highest = Highest,
    };
}
