namespace AirsPolicy.Runtime.Numbers;

/// <summary>
/// Points in time as RFC 3339 date-times with an offset (<c>2027-03-31T09:30:00+01:00</c>). Values are UTC ticks of 100 ns since
/// 0001-01-01. A leap second is read as the first instant of the next minute, as clocks without leap seconds have it.
/// </summary>
public static class InstantText
{
    /// <summary>The most characters that <see cref="Format(long)"/> writes.</summary>
    public const int MaxLength = 28;

    /// <summary>Reads a date-time; <c>T</c> and <c>Z</c> in either case, at most seven places of a second that are not zero.</summary>
    /// <returns>False where the text is not one, has no offset, or lies outside the years 0001 to 9999 in UTC.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        if (text.Length < 20
            || text[10] is not ('T' or 't')
            || !DateText.TryParse(text[..10], out var day)
            || text[13] != ':'
            || text[16] != ':')
            return false;
        if (!DateText.TryDigits(text[11..13], out var hour)
            || !DateText.TryDigits(text[14..16], out var minute)
            || !DateText.TryDigits(text[17..19], out var second))
            return false;
        if (hour > 23 || minute > 59 || second > 60)
            return false;
        var rest = text[19..];
        if (!TryTakeFraction(ref rest, out var fraction) || !TryOffset(rest, out var offset))
            return false;
        ticks =
            day * TimeSpan.TicksPerDay
            + hour * TimeSpan.TicksPerHour
            + minute * TimeSpan.TicksPerMinute
            + second * TimeSpan.TicksPerSecond
            + fraction
            - offset;
        return (second < 60 || fraction == 0) && ticks is >= 0 and <= CheckedArithmetic.MaxInstant;
    }

    /// <summary>The one way an instant is written: in UTC with <c>Z</c>, places of a second only as many as it needs.</summary>
    public static string Format(long ticks)
    {
        Span<char> text = stackalloc char[MaxLength];
        return text[..Format(ticks, text)].ToString();
    }

    /// <summary>Writes the text of <see cref="Format(long)"/> and gives its length.</summary>
    /// <param name="ticks">0 to <see cref="CheckedArithmetic.MaxInstant"/>.</param>
    /// <param name="destination">At least <see cref="MaxLength"/> characters.</param>
    public static int Format(long ticks, Span<char> destination)
    {
        DateText.Format(ticks / TimeSpan.TicksPerDay, destination);
        destination[10] = 'T';
        DateText.PutDigits((int)(ticks / TimeSpan.TicksPerHour % 24), destination[11..13]);
        destination[13] = ':';
        DateText.PutDigits((int)(ticks / TimeSpan.TicksPerMinute % 60), destination[14..16]);
        destination[16] = ':';
        DateText.PutDigits((int)(ticks / TimeSpan.TicksPerSecond % 60), destination[17..19]);
        var length = 19;
        var fraction = (int)(ticks % TimeSpan.TicksPerSecond);
        if (fraction > 0)
        {
            destination[19] = '.';
            DateText.PutDigits(fraction, destination[20..27]);
            length = 27;
            while (destination[length - 1] == '0')
                length--;
        }
        destination[length] = 'Z';
        return length + 1;
    }

    private static bool TryTakeFraction(ref ReadOnlySpan<char> rest, out long ticks)
    {
        ticks = 0;
        if (rest is not ['.', ..])
            return true;
        long place = TimeSpan.TicksPerSecond / 10;
        var at = 1;
        for (; at < rest.Length && char.IsAsciiDigit(rest[at]); at++)
        {
            if (place == 0 && rest[at] != '0')
                return false;
            ticks += (rest[at] - '0') * place;
            place /= 10;
        }
        rest = rest[at..];
        return at > 1;
    }

    private static bool TryOffset(ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        if (text is ['Z' or 'z'])
            return true;
        if (text is not ['+' or '-', _, _, ':', _, _]
            || !DateText.TryDigits(text[1..3], out var hour)
            || !DateText.TryDigits(text[4..], out var minute)
            || hour > 23
            || minute > 59)
            return false;
        ticks = hour * TimeSpan.TicksPerHour + minute * TimeSpan.TicksPerMinute;
        if (text[0] == '-')
            ticks = -ticks;
        return true;
    }
}
