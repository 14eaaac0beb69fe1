namespace AirsPolicy.Runtime.Text.Patterns.Facts;

/// <summary>What is known of the texts of a node.</summary>
/// <param name="Exact">All texts it matches, where they are few; else null.</param>
/// <param name="Required">Texts of which every match contains one; null where there are none, or where <paramref name="Exact"/> says more.</param>
internal readonly record struct LiteralFacts(PatternList<PatternLiteral>? Exact, PatternList<PatternLiteral>? Required)
{
    /// <summary>The most texts kept: beyond it a search for any of them no longer pays.</summary>
    public const int MaxCount = 32;

    /// <summary>The longest text kept, in UTF-16 units.</summary>
    public const int MaxLength = 64;

    public static LiteralFacts None { get; }

    public static LiteralFacts Empty { get; } = new([new PatternLiteral("", false)], null);

    public static LiteralFacts Of(PatternList<PatternLiteral> exact) => exact.Count > MaxCount ? None : new LiteralFacts(exact, null);

    public static LiteralFacts Either(LiteralFacts left, LiteralFacts right)
    {
        if (left.Exact is { } one && right.Exact is { } other && Join(one, other) is { } both) return new LiteralFacts(both, null);
        return left.ToRequired() is { } first && right.ToRequired() is { } second ? new LiteralFacts(null, Join(first, second)) : None;
    }

    public LiteralFacts Repeat(int min, int? max)
    {
        if (min == 0) return max == 1 && Exact is { } once && Join(once, Empty.Exact!) is { } joined ? new LiteralFacts(joined, null) : None;
        var run = new LiteralRun();
        for (var copy = 0; copy < min && run.Grows; copy++) run.Append(this);
        if (max != min) run.Append(None);
        return run.ToLiterals();
    }

    public PatternList<PatternLiteral>? ToRequired() =>
        Exact is null ? Required : Exact.Any(literal => literal.Text.Length == 0) ? null : Exact;

    private static PatternList<PatternLiteral>? Join(PatternList<PatternLiteral> left, PatternList<PatternLiteral> right)
    {
        PatternList<PatternLiteral> joined = [.. left.Union(right)];
        return joined.Count > MaxCount ? null : joined;
    }
}
