namespace AirsPolicy.Runtime.Text.Detectors.Builtin.Secrets;

/// <summary>Names with a value behind them, as configuration files, command lines, JSON and source code write them.</summary>
internal static class Assignments
{
    private const int LongestRestOfName = 32, LongestGap = 6;

    /// <summary>Where the value begins of an assignment in whose name a place stands, or 0 where nothing is assigned.</summary>
    public static int ValueAfter(ReadOnlySpan<char> text, int inName)
    {
        var at = inName;
        while (at < text.Length && at - inName < LongestRestOfName && IsName(text[at])) at++;
        return ValueBehind(text, at);
    }

    /// <summary>Where the value begins of an assignment whose name ends at a place, or 0 where nothing is assigned.</summary>
    public static int ValueBehind(ReadOnlySpan<char> text, int endOfName)
    {
        var at = endOfName;
        Skip(text, ref at, " \t\"'`])\\");
        var sign = at;
        while (at < text.Length && at - sign < 3 && text[at] is '=' or ':' or '>' or ',' or '|') at++;
        // On a command line a space is enough behind an option.
        var isAssigned = at > sign || at > endOfName && text[at - 1] is ' ' or '"' or '\'';
        Skip(text, ref at, " \t\"'`[(\\");
        return isAssigned && at < text.Length ? at : 0;
    }

    public static bool IsName(char unit) => char.IsAsciiLetterOrDigit(unit) || unit is '_' or '-' or '.';

    private static void Skip(ReadOnlySpan<char> text, ref int at, string units)
    {
        for (var from = at; at < text.Length && at - from < LongestGap && units.Contains(text[at], StringComparison.Ordinal);)
            at++;
    }
}
