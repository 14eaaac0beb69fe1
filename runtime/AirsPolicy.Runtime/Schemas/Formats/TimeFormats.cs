namespace AirsPolicy.Runtime.Schemas.Formats;

/// <summary><c>full-date</c>, <c>full-time</c> and <c>date-time</c> of RFC 3339 section 5.6, leap seconds only where one can be.</summary>
internal static class TimeFormats
{
    private const int MinutesADay = 24 * 60;

    public static bool IsDate(ReadOnlySpan<char> text)
    {
        if (text.Length != 10 || text[4] != '-' || text[7] != '-')
            return false;
        if (!TryNumber(text[..4], out var year) || !TryNumber(text[5..7], out var month) || !TryNumber(text[8..], out var day))
            return false;
        // Years are divided by four, a hundred and four hundred alike in year 0, which the calendar of .NET does not have.
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year == 0 ? 400 : year, month);
    }

    public static bool IsTime(ReadOnlySpan<char> text)
    {
        if (text.Length < 9 || text[2] != ':' || text[5] != ':')
            return false;
        if (!TryNumber(text[..2], out var hour) || !TryNumber(text[3..5], out var minute) || !TryNumber(text[6..8], out var second))
            return false;
        if (hour > 23 || minute > 59 || second > 60 || !TryOffset(WithoutFraction(text[8..]), out var offset))
            return false;
        // A leap second is the last of a day of UTC.
        return second < 60 || ((hour * 60) + minute - offset + MinutesADay) % MinutesADay == MinutesADay - 1;
    }

    public static bool IsDateTime(ReadOnlySpan<char> text) =>
        text.Length > 11 && text[10] is 'T' or 't' && IsDate(text[..10]) && IsTime(text[11..]);

    private static ReadOnlySpan<char> WithoutFraction(ReadOnlySpan<char> text)
    {
        if (text[0] != '.')
            return text;
        var digits = text[1..].IndexOfAnyExceptInRange('0', '9');
        return digits > 0 ? text[(digits + 1)..] : [];
    }

    // In minutes east of UTC.
    private static bool TryOffset(ReadOnlySpan<char> text, out int offset)
    {
        offset = 0;
        if (text.Length == 1)
            return text[0] is 'Z' or 'z';
        if (text.Length != 6 || text[0] is not ('+' or '-') || text[3] != ':')
            return false;
        if (!TryNumber(text[1..3], out var hours) || !TryNumber(text[4..], out var minutes) || hours > 23 || minutes > 59)
            return false;
        offset = (text[0] == '-' ? -1 : 1) * ((hours * 60) + minutes);
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<char> digits, out int number)
    {
        number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
                return false;
            number = (number * 10) + (digit - '0');
        }
        return true;
    }
}
