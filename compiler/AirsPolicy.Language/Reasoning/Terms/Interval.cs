namespace AirsPolicy.Language.Reasoning.Terms;

/// <summary>The numbers between two bounds, each of which may be missing or not count itself.</summary>
internal readonly record struct Interval(decimal? Low, bool LowIsOpen, decimal? High, bool HighIsOpen)
{
    public static Interval All => new(null, false, null, false);

    public static Interval AtLeast(decimal low) => new(low, false, null, false);

    public static Interval Between(decimal low, decimal high) => new(low, false, high, false);

    public bool IsEmpty => Low is { } low && High is { } high && (low > high || low == high && (LowIsOpen || HighIsOpen));

    /// <summary>Whether it holds one number alone.</summary>
    public bool IsPoint => Low is { } low && High == low && !LowIsOpen && !HighIsOpen;

    /// <summary>Whether all of it is at most a bound.</summary>
    public bool IsBelow(decimal bound, bool isStrict) => High is { } high && (high < bound || high == bound && (!isStrict || HighIsOpen));

    /// <summary>Whether all of it is more than a bound, or, where that does not count itself, at least that.</summary>
    public bool IsAbove(decimal bound, bool isStrict) => Low is { } low && (low > bound || low == bound && (isStrict || LowIsOpen));

    /// <summary>What of it is at most a bound.</summary>
    public Interval Below(decimal bound, bool isStrict) =>
        High is { } high && (high < bound || high == bound && (HighIsOpen || !isStrict))
            ? this
            : this with
            {
                High = bound,
                HighIsOpen = isStrict,
            };

    /// <summary>What of it is at least a bound.</summary>
    public Interval Above(decimal bound, bool isStrict) =>
        Low is { } low && (low > bound || low == bound && (LowIsOpen || !isStrict))
            ? this
            : this with
            {
                Low = bound,
                LowIsOpen = isStrict,
            };

    /// <summary>The same, drawn in to the values that a term can have.</summary>
    public Interval DrawnIn(NumberTerm term)
    {
        var drawn = term.IsWhole ? Whole() : this;
        if (term.Values is not { } values)
            return drawn;
        var within = Array.FindAll(values, value => !drawn.IsBelowOf(value) && !drawn.IsAboveOf(value));
        return within.Length == 0 ? Between(1, 0) : Between(within[0], within[^1]);
    }

    private bool IsBelowOf(decimal value) => High is { } high && (high < value || high == value && HighIsOpen);

    private bool IsAboveOf(decimal value) => Low is { } low && (low > value || low == value && LowIsOpen);

    private Interval Whole() => new(
        Low is { } low ? LowIsOpen ? decimal.Floor(low) + 1 : decimal.Ceiling(low) : null,
        false,
        High is { } high ? HighIsOpen ? decimal.Ceiling(high) - 1 : decimal.Floor(high) : null,
        false);
}
