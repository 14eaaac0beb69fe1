using System.Buffers;
using AirsPolicy.Text.Views;

namespace AirsPolicy.Text.Detectors.Builtin.Identifiers;

/// <summary>Words by which people name an identifier, looked for around it.</summary>
/// <param name="before">How far before the identifier a word for it may begin, in units of the folded text.</param>
/// <param name="behind">How far behind it one may end.</param>
/// <param name="words">The words.</param>
internal sealed class NearbyWords(int before, int behind, params string[] words)
{
    // Made by the first number that a word has to name.
    private SearchValues<string>? _sought;

    public NearbyWords(params string[] words)
        : this(60, 40, words)
    {
    }

    // Behind a word these say that its number follows: Reisepassnummer, rijbewijsnr, passportno.
    private static readonly string[] s_number = ["nummer", "numero", "number", "nr", "no"];

    private static readonly string[] s_signs = [" ", "_", "-", ""];

    /// <summary>The words, folded. Where spaces part one, names in files and code have another sign or none there.</summary>
    public string[] Words { get; } = [.. words.Select(Folding.Fold).SelectMany(Spellings).Distinct(StringComparer.Ordinal)];

    public bool StandNear(ReadOnlySpan<char> folded, int start, int end) =>
        StandIn(folded[Math.Max(0, start - before)..start]) || StandIn(folded[end..Math.Min(folded.Length, end + behind)]);

    /// <summary>Whether one of the words ends at a place.</summary>
    public bool EndAt(ReadOnlySpan<char> folded, int end)
    {
        foreach (var word in Words)
        {
            if (folded[..end].EndsWith(word, StringComparison.Ordinal) && !IsLetterAt(folded, end - word.Length - 1)) return true;
        }
        return false;
    }

    /// <summary>Whether one of the words stands in a text, no part of a longer one.</summary>
    public bool StandIn(ReadOnlySpan<char> folded)
    {
        var sought = _sought ??= SearchValues.Create(Words, StringComparison.Ordinal);
        for (var from = 0; folded[from..].IndexOfAny(sought) is var index and >= 0; from += index + 1)
        {
            var start = from + index;
            if (IsLetterAt(folded, start - 1) && IsLetterAt(folded, start)) continue;
            foreach (var word in Words)
            {
                if (folded[start..].StartsWith(word, StringComparison.Ordinal) && EndsIn(folded, start + word.Length)) return true;
            }
        }
        return false;
    }

    private static IEnumerable<string> Spellings(string word) =>
        word.Contains(' ', StringComparison.Ordinal)
            ? s_signs.Select(sign => word.Replace(" ", sign, StringComparison.Ordinal))
            : [word];

    private static bool EndsIn(ReadOnlySpan<char> folded, int end)
    {
        if (!IsLetterAt(folded, end)) return true;
        foreach (var number in s_number)
        {
            if (folded[end..].StartsWith(number, StringComparison.Ordinal) && !IsLetterAt(folded, end + number.Length)) return true;
        }
        return false;
    }

    private static bool IsLetterAt(ReadOnlySpan<char> text, int index) =>
        (uint)index < (uint)text.Length && char.IsAsciiLetterLower(text[index]);
}
