namespace AirsPolicy.Text.Detectors.Builtin.Checks;

/// <summary>Dates of birth within identifiers.</summary>
internal static class CalendarDates
{
    private static ReadOnlySpan<byte> Days => [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    /// <summary>Whether there is such a day in the year.</summary>
    public static bool Exists(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= Days[month - 1]
        && (month != 2 || day < 29 || DateTime.IsLeapYear(Math.Clamp(year, 1, 9999)));

    /// <summary>Whether six digits are a day, year, month and day of two digits each, in some century.</summary>
    public static bool IsYearMonthDay(ReadOnlySpan<char> digits) => InSomeCentury(digits, digits[2..], digits[4..]);

    /// <summary>Whether six digits are a day, day, month and year of two digits each, in some century.</summary>
    public static bool IsDayMonthYear(ReadOnlySpan<char> digits) => InSomeCentury(digits[4..], digits[2..], digits);

    // 2000 is a leap year, 1900 is none: without the century the 29th of February of 00 may be one.
    private static bool InSomeCentury(ReadOnlySpan<char> year, ReadOnlySpan<char> month, ReadOnlySpan<char> day) =>
        Exists(2000 + CheckDigits.Number(year[..2]), CheckDigits.Number(month[..2]), CheckDigits.Number(day[..2]));
}
