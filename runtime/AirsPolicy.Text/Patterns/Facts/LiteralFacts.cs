namespace AirsPolicy.Text.Patterns.Facts;

/// <summary>What is known of the texts of a node.</summary>
/// <param name="Exact">All texts it matches, where they are few; else null.</param>
/// <param name="Required">
/// Texts of which every match contains one; null where there are none, or where <paramref name="Exact"/> says more.
/// </param>
internal readonly record struct LiteralFacts(PatternList<PatternLiteral>? Exact, RequiredTexts? Required)
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
        if (left.Exact is { } one && right.Exact is { } other && Join(one, other) is { } both)
            return new LiteralFacts(both, null);
        if (left.ToRequired() is not { } first || right.ToRequired() is not { } second || Join(first.Any, second.Any) is not { } any)
            return None;
        return new LiteralFacts(
            null,
            new RequiredTexts(any, first.Within is { } near && second.Within is { } far ? Math.Max(near, far) : null));
    }

    /// <param name="longest">The most UTF-16 units of what is repeated, or null.</param>
    public LiteralFacts Repeat(int min, int? max, int? longest)
    {
        if (min == 0)
            return max == 1 && Exact is { } once && Join(once, Empty.Exact!) is { } joined ? new LiteralFacts(joined, null) : None;
        var run = new LiteralRun();
        for (var copy = 0; copy < min && run.Grows; copy++) run.Append(this, copy, longest);
        if (max != min) run.Append(None, min, null);
        var literals = run.ToLiterals();
        return literals with { Required = literals.Required is { } required ? required with { Item = null } : null };
    }

    public RequiredTexts? ToRequired() =>
        Exact is null ? Required : Exact.Any(literal => literal.Text.Length == 0) ? null : new RequiredTexts(Exact, 0);

    private static PatternList<PatternLiteral>? Join(PatternList<PatternLiteral> left, PatternList<PatternLiteral> right)
    {
        PatternList<PatternLiteral> joined = [.. left.Union(right)];
        return joined.Count > MaxCount ? null : joined;
    }
}
