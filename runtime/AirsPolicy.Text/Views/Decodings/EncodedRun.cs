using System.Buffers;
using System.Buffers.Text;

namespace AirsPolicy.Text.Views.Decodings;

/// <summary>Runs that may be base64 (RFC 4648, both alphabets) or a hexadecimal number.</summary>
internal static class EncodedRun
{
    /// <summary>
    /// The shortest run that is read: twelve bytes in base64. Shorter ones say too little, and too many words are as long.
    /// </summary>
    public const int Shortest = 16;

    private static readonly SearchValues<char> s_alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_");

    private static readonly SearchValues<char> s_hex = SearchValues.Create("0123456789ABCDEFabcdef");

    /// <summary>The next run from a position on, its padding included; at the end of the text where there is none.</summary>
    public static TextSpan Next(ReadOnlySpan<char> text, int from)
    {
        // A run of that length has a character at every so-manieth place, so that most of the text is never looked at.
        for (var probe = from + Shortest - 1; probe < text.Length;)
        {
            if (!s_alphabet.Contains(text[probe]))
            {
                probe += Shortest;
                continue;
            }
            var start = from + text[from..probe].LastIndexOfAnyExcept(s_alphabet) + 1;
            var end = text[probe..].IndexOfAnyExcept(s_alphabet) is >= 0 and var length ? probe + length : text.Length;
            if (end - start >= Shortest)
            {
                for (var padding = 0; padding < 2 && end < text.Length && text[end] == '='; padding++) end++;
                return new TextSpan(start, end);
            }
            from = end;
            probe = end + Shortest;
        }
        return new TextSpan(text.Length, text.Length);
    }

    /// <summary>The bytes of a run, and how many they are; 0 where it is neither.</summary>
    public static int Decode(ReadOnlySpan<char> run, Span<byte> bytes)
    {
        var digits = run.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? run[2..] : run;
        if (digits.Length % 2 == 0 && !digits.ContainsAnyExcept(s_hex)) return Hex(digits, bytes);
        run = run.TrimEnd('=');
        // One character over is less than a byte: what was cut off within a group, or the sign behind the last one.
        if (run.Length % 4 == 1) run = run[..^1];
        return run.ContainsAny('+', '/')
            ? StandardBase64(run, bytes)
            : Base64Url.DecodeFromChars(run, bytes, out _, out var count) == OperationStatus.Done ? count : 0;
    }

    private static int Hex(ReadOnlySpan<char> digits, Span<byte> bytes) =>
        Convert.FromHexString(digits, bytes, out _, out var count) == OperationStatus.Done ? count : 0;

    // Whole groups as they are, the last one with the padding that may have been left out.
    private static int StandardBase64(ReadOnlySpan<char> run, Span<byte> bytes)
    {
        var whole = run.Length / 4 * 4;
        if (!Convert.TryFromBase64Chars(run[..whole], bytes, out var count)) return 0;
        if (whole == run.Length) return count;
        Span<char> last = ['=', '=', '=', '='];
        run[whole..].CopyTo(last);
        return Convert.TryFromBase64Chars(last, bytes[count..], out var rest) ? count + rest : 0;
    }
}
