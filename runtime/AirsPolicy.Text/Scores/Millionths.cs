namespace AirsPolicy.Text.Scores;

/// <summary>Parts of a whole, counted in millionths: 85% is 850,000.</summary>
public static class Millionths
{
    /// <summary>How many make the whole.</summary>
    public const long Whole = 1_000_000;

    /// <summary>A part of a part, rounded to the nearest and ties to even.</summary>
    /// <param name="a">0 to the whole.</param>
    /// <param name="b">0 to the whole.</param>
    public static long Multiply(long a, long b) => HalfEven(a * b, Whole);

    /// <summary><paramref name="value"/> ÷ <paramref name="by"/>, rounded to the nearest and ties to even.</summary>
    /// <param name="value">Not negative.</param>
    /// <param name="by">Positive.</param>
    public static long HalfEven(long value, long by)
    {
        var (quotient, rest) = Math.DivRem(value, by);
        var twice = rest - (by - rest);
        return twice > 0 || (twice == 0 && (quotient & 1) != 0) ? quotient + 1 : quotient;
    }
}
