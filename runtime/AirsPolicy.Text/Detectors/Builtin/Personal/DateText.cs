using AirsPolicy.Text.Detectors.Builtin.Checks;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>Days as people write them, in a folded text.</summary>
internal static class DateText
{
    /// <summary>Where a day that begins at a place ends, or 0 where none does. The year is 1900 to 2099, or has two digits.</summary>
    public static int End(ReadOnlySpan<char> text, int start)
    {
        if (char.IsAsciiLetterLower(text[start])) return EndOfMonthFirst(text, start);
        var at = start;
        if (!TakeNumber(text, ref at, out var first, out var length)) return 0;
        return length == 4 ? EndOfYearFirst(text, at, first) : length <= 2 ? EndOfDayFirst(text, at, first) : 0;
    }

    private static int EndOfYearFirst(ReadOnlySpan<char> text, int at, int year)
    {
        if (at >= text.Length) return 0;
        var separator = text[at];
        // Year, month and day are marked by their characters in East Asia.
        var isMarked = separator is '\u5E74' or '\uB144';
        if (!isMarked && separator is not ('-' or '/' or '.') || year is < 1900 or > 2099) return 0;
        at += 1 + (isMarked && at + 1 < text.Length && text[at + 1] == ' ' ? 1 : 0);
        if (!TakeNumber(text, ref at, out var month, out var length) || length > 2 || at >= text.Length) return 0;
        if (isMarked ? text[at] is not ('\u6708' or '\uC6D4') : text[at] != separator) return 0;
        at += 1 + (isMarked && at + 1 < text.Length && text[at + 1] == ' ' ? 1 : 0);
        if (!TakeNumber(text, ref at, out var day, out length) || length > 2 || !CalendarDates.Exists(year, month, day)) return 0;
        return isMarked && at < text.Length && text[at] is '\u65E5' or '\uC77C' ? at + 1 : at;
    }

    private static int EndOfDayFirst(ReadOnlySpan<char> text, int at, int first)
    {
        if (at >= text.Length) return 0;
        if (text[at] is '-' or '/' or '.' && NumberText.IsDigitAt(text, at + 1)) return EndOfNumbers(text, at, first);
        // 3 March 1985, 3. März 1985, 3rd of March, 1985.
        Skip(text, ref at, "st", "nd", "rd", "th");
        Skip(text, ref at, ".", "º");
        while (at < text.Length && text[at] is ' ' or '-') at++;
        Skip(text, ref at, "of ", "de ");
        if (!TakeMonth(text, ref at)) return 0;
        Skip(text, ref at, ".", ",");
        while (at < text.Length && text[at] is ' ' or '-') at++;
        Skip(text, ref at, "de ", "del ");
        return first is >= 1 and <= 31 && TakeYear(text, ref at, out _) ? at : 0;
    }

    private static int EndOfNumbers(ReadOnlySpan<char> text, int at, int first)
    {
        var separator = text[at++];
        if (!TakeNumber(text, ref at, out var second, out var length) || length > 2 || at >= text.Length || text[at] != separator) return 0;
        at++;
        if (!TakeYear(text, ref at, out var year)) return 0;
        return CalendarDates.Exists(year, second, first) || CalendarDates.Exists(year, first, second) ? at : 0;
    }

    private static int EndOfMonthFirst(ReadOnlySpan<char> text, int at)
    {
        if (!TakeMonth(text, ref at)) return 0;
        Skip(text, ref at, ".");
        while (at < text.Length && text[at] == ' ') at++;
        if (!TakeNumber(text, ref at, out var day, out _) || day is < 1 or > 31) return 0;
        Skip(text, ref at, "st", "nd", "rd", "th");
        Skip(text, ref at, ",");
        while (at < text.Length && text[at] == ' ') at++;
        return TakeYear(text, ref at, out _) ? at : 0;
    }

    private static bool TakeYear(ReadOnlySpan<char> text, ref int at, out int year)
    {
        if (!TakeNumber(text, ref at, out year, out var length)) return false;
        if (length == 2) year += 2000;
        return length is 2 or 4 && year is >= 1900 and <= 2099;
    }

    private static bool TakeNumber(ReadOnlySpan<char> text, ref int at, out int number, out int length)
    {
        var start = at;
        while (NumberText.IsDigitAt(text, at) && at - start < 5) at++;
        length = at - start;
        number = CheckDigits.Number(text[start..at]);
        return length > 0;
    }

    private static bool TakeMonth(ReadOnlySpan<char> text, ref int at)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiLetterLower(text[end])) end++;
        if (end - at < 3 || end - at > 10 || !MonthNames.Contain(text[at..end])) return false;
        at = end;
        return true;
    }

    private static void Skip(ReadOnlySpan<char> text, ref int at, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (!text[at..].StartsWith(word, StringComparison.Ordinal)) continue;
            at += word.Length;
            return;
        }
    }
}
