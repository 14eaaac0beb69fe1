namespace AirsPolicy.Runtime.Numbers;

/// <summary>Calendar days as RFC 3339 full-dates (<c>2027-03-31</c>). Values are days since 0001-01-01.</summary>
public static class DateText
{
    /// <summary>How long every date is.</summary>
    public const int Length = 10;

    /// <summary>Reads a date from year 0001 to 9999.</summary>
    /// <returns>False where the text is not one, or the calendar has no such day.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out long day)
    {
        day = 0;
        if (text.Length != Length || text[4] != '-' || text[7] != '-')
            return false;
        if (!TryDigits(text[..4], out var year) || !TryDigits(text[5..7], out var month) || !TryDigits(text[8..], out var ofMonth))
            return false;
        if (year < 1 || month is < 1 or > 12 || ofMonth < 1 || ofMonth > DateTime.DaysInMonth(year, month))
            return false;
        day = new DateOnly(year, month, ofMonth).DayNumber;
        return true;
    }

    /// <summary>The text of a day.</summary>
    /// <param name="day">0 to <see cref="CheckedArithmetic.MaxDate"/>.</param>
    public static string Format(long day)
    {
        Span<char> text = stackalloc char[Length];
        Format(day, text);
        return text.ToString();
    }

    /// <summary>Writes the ten characters of a day.</summary>
    public static void Format(long day, Span<char> destination)
    {
        var date = DateOnly.FromDayNumber((int)day);
        PutDigits(date.Year, destination[..4]);
        destination[4] = '-';
        PutDigits(date.Month, destination[5..7]);
        destination[7] = '-';
        PutDigits(date.Day, destination[8..10]);
    }

    internal static bool TryDigits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
                return false;
            value = value * 10 + (c - '0');
        }
        return true;
    }

    internal static void PutDigits(int value, Span<char> destination)
    {
        for (var i = destination.Length - 1; i >= 0; i--)
        {
            destination[i] = (char)('0' + value % 10);
            value /= 10;
        }
    }
}
