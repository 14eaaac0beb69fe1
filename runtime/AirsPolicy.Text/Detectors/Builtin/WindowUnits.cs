using System.Buffers;

namespace AirsPolicy.Text.Detectors.Builtin;

/// <summary>Units that windows of built-in detectors are made of.</summary>
internal static class WindowUnits
{
    /// <summary>ASCII letters and digits.</summary>
    public static readonly SearchValues<char> LettersAndDigits = SearchValues.Create([.. Ascii(char.IsAsciiLetterOrDigit)]);

    /// <summary>ASCII that is no letter, no digit and no hyphen.</summary>
    public static readonly SearchValues<char> NotInNames = SearchValues.Create([
        .. Ascii(unit => !char.IsAsciiLetterOrDigit(unit) && unit != '-'),
    ]);

    /// <summary>ASCII that stands in no local part of an address.</summary>
    public static readonly SearchValues<char> NotInMailboxes = SearchValues.Create([
        .. Ascii(unit => !char.IsAsciiLetterOrDigit(unit) && !"._%+'-".Contains(unit, StringComparison.Ordinal)),
    ]);

    /// <summary>What hardware addresses are made of.</summary>
    public static readonly SearchValues<char> HexadecimalPairs = SearchValues.Create("0123456789abcdef:-.");

    /// <summary>What stands in every Internet address.</summary>
    public static readonly SearchValues<char> InternetAddresses = SearchValues.Create("0123456789:");

    private static IEnumerable<char> Ascii(Func<char, bool> isMeant) => Enumerable.Range(0, 128).Select(code => (char)code).Where(isMeant);
}
