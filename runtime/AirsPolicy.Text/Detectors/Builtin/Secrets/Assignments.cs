using System.Buffers;
using AirsPolicy.Text.Detectors.Builtin.Anchored;

namespace AirsPolicy.Text.Detectors.Builtin.Secrets;

/// <summary>Names with a value behind them, as configuration files, command lines, JSON and source code write them.</summary>
internal static class Assignments
{
    private const int LongestRestOfName = 32, LongestGap = 6, LongestSign = 3;
    private const string BeforeSign = " \t\"'`])\\", Signs = "=:>,|", BehindSign = " \t\"'`[(\\";

    /// <summary>What is read between a word in a name and the value behind the name.</summary>
    public static TrailPart[] Trail { get; } =
    [
        new(SearchValues.Create([.. Enumerable.Range(0, 128).Select(code => (char)code).Where(IsName)]), 0, LongestRestOfName),
        TrailPart.Of(BeforeSign, 0, LongestGap), TrailPart.Of(Signs, 0, LongestSign), TrailPart.Of(BehindSign, 0, LongestGap),
    ];

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
        Skip(text, ref at, BeforeSign);
        var sign = at;
        while (at < text.Length && at - sign < LongestSign && Signs.Contains(text[at], StringComparison.Ordinal)) at++;
        // On a command line a space is enough behind an option.
        var isAssigned = at > sign || at > endOfName && text[at - 1] is ' ' or '"' or '\'';
        Skip(text, ref at, BehindSign);
        return isAssigned && at < text.Length ? at : 0;
    }

    public static bool IsName(char unit) => char.IsAsciiLetterOrDigit(unit) || unit is '_' or '-' or '.';

    private static void Skip(ReadOnlySpan<char> text, ref int at, string units)
    {
        for (var from = at; at < text.Length && at - from < LongestGap && units.Contains(text[at], StringComparison.Ordinal);)
            at++;
    }
}
