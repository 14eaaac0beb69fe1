using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Search;
using AirsPolicy.Text.Views;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Bitcoin addresses: 26 to 35 digits of base 58 that begin with 1 or 3 and carry their check (Base58Check, versions 0 and 5), and
/// segregated witness addresses (bc1…) with the checksum of their version (BIP 173, BIP 350). Capitals and small letters differ, so that
/// the text is read as it came.
/// </summary>
[BuiltinDetector("pii.bitcoin_address", Summary = "Finds Bitcoin addresses, by their checksums.",
    Source = "Bitcoin, Base58Check encoding; BIP 173 and BIP 350, https://github.com/bitcoin/bips")]
internal sealed class BitcoinAddress : IBuiltinDetector
{
    private const int Shortest = 26, Longest = 35, LongestWitness = 90;
    private const string WitnessPrefix = "bc";

    public TextViewKind View => TextViewKind.Plain;

    public BuiltinWindow Window { get; } = new(WindowUnits.LettersAndDigits, Gap: 0, Least: 14, Before: 0, After: 0, Context: 2);

    public void Find(in BuiltinText text, SpanBuffer matches)
    {
        var plain = text.Text;
        Span<byte> payload = stackalloc byte[21];
        for (var from = 0; plain[from..].IndexOfAny("13bB") is var index and >= 0;)
        {
            var start = from + index;
            from = start + 1;
            if (start > 0 && char.IsAsciiLetterOrDigit(plain[start - 1])) continue;
            var end = EndOfWord(plain, start);
            if (IsWitness(plain[start..end]) || IsBase58(plain[start..end], payload)) matches.Add(new TextSpan(start, end));
            from = end;
        }
    }

    private static bool IsBase58(ReadOnlySpan<char> word, Span<byte> payload) =>
        word.Length is >= Shortest and <= Longest && word[0] is '1' or '3' && Base58.TryDecode(word, payload) && payload[0] is 0 or 5;

    // In one case throughout; what is checked is the small letters.
    private static bool IsWitness(ReadOnlySpan<char> word)
    {
        if (word.Length is < 14 or > LongestWitness || !word.StartsWith("bc1", StringComparison.OrdinalIgnoreCase)) return false;
        if (word.ContainsAnyInRange('A', 'Z') && word.ContainsAnyInRange('a', 'z')) return false;
        Span<char> small = stackalloc char[word.Length];
        word.ToLowerInvariant(small);
        return Bech32.IsValid(small, WitnessPrefix);
    }

    private static int EndOfWord(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end])) end++;
        return end;
    }
}
