namespace AirsPolicy.Runtime.Numbers;

/// <summary>
/// Durations as the language writes them: numbers with the units <c>y d h m s ms</c> from great to small, each at most once
/// (<c>1h30m</c>, <c>250ms</c>, <c>1.5h</c>). A day is 24 hours, a year 365 days. Values are ticks of 100 ns.
/// </summary>
public static class DurationText
{
    /// <summary>The most characters that <see cref="Format(long)"/> writes, and room to write them in.</summary>
    public const int MaxLength = 128;

    private static readonly (string Unit, long Ticks)[] s_units =
    [
        ("y", 365 * TimeSpan.TicksPerDay),
        ("d", TimeSpan.TicksPerDay),
        ("h", TimeSpan.TicksPerHour),
        ("m", TimeSpan.TicksPerMinute),
        ("s", TimeSpan.TicksPerSecond),
        ("ms", TimeSpan.TicksPerMillisecond),
    ];

    /// <summary>
    /// Reads a duration. Digits may be grouped by single underscores between them; a minus in front is read, though the language writes it
    /// as an operator.
    /// </summary>
    /// <returns>False where the text is no duration, is not a whole number of ticks, or is out of range.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        var negative = text is ['-', ..];
        if (negative)
            text = text[1..];
        if (text.IsEmpty)
            return false;
        long total = 0;
        var next = 0;
        while (!text.IsEmpty)
        {
            if (!UnitText.TryTakeNumber(ref text, out var number))
                return false;
            var unit = UnitText.TakeLetters(ref text);
            while (next < s_units.Length && !unit.SequenceEqual(s_units[next].Unit))
                next++;
            if (next == s_units.Length
                || !UnitText.TryScale(number, s_units[next].Ticks, out var part)
                || !CheckedArithmetic.TryAdd(total, part, out total))
                return false;
            next++;
        }
        ticks = negative ? -total : total;
        return true;
    }

    /// <summary>
    /// The one way a duration is written, with the fewest units that give it exactly: <c>90d</c> and not <c>2160h</c>, zero as <c>0s</c>.
    /// Years are written as days.
    /// </summary>
    public static string Format(long ticks)
    {
        Span<char> text = stackalloc char[MaxLength];
        return text[..Format(ticks, text)].ToString();
    }

    /// <summary>Writes the text of <see cref="Format(long)"/> and gives its length.</summary>
    /// <param name="destination">At least <see cref="MaxLength"/> characters.</param>
    public static int Format(long ticks, Span<char> destination)
    {
        var length = 0;
        if (ticks < 0)
            destination[length++] = '-';
        var rest = ticks < 0 ? unchecked((ulong)-ticks) : (ulong)ticks;
        foreach (var (unit, size) in s_units.AsSpan(1))
        {
            var count = rest / (ulong)size;
            rest %= (ulong)size;
            var fraction = unit == "ms" ? rest : 0;
            if (count == 0 && fraction == 0)
                continue;
            length += DecimalText.Format(count + new decimal(fraction) / size, destination[length..]);
            unit.CopyTo(destination[length..]);
            length += unit.Length;
        }
        if (length > 0)
            return length;
        "0s".CopyTo(destination);
        return 2;
    }
}
