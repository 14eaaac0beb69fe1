using System.Globalization;
using AirsPolicy.Text.Detectors.Learned;
using AirsPolicy.Text.Views;

namespace AirsPolicy.DetectorTraining;

/// <summary>How often words stand in the texts of the first hands in a language, in the order of their units.</summary>
internal sealed class WordCounts
{
    // With another count another table may follow, for which weights that people have trained have to be trained again. So new hands do
    // not count before the lists of words change too.
    private const int LastCounted = 113;

    private static readonly Lazy<ILookup<string, string>> s_texts = new(() =>
        Counted()
            .ToLookup(text => text.MainLanguage, text => Folding.Fold(text.Text)));

    private readonly string[] _words;
    private readonly int[] _before;

    private WordCounts(string[] words, int[] before) => (_words, _before) = (words, before);

    /// <summary>The texts in which words are counted.</summary>
    public static IEnumerable<LabelledText> Counted() => HandTexts.All().Where(text => IsCounted(text.Source.File));

    // The hands before e1 have letters of their own.
    private static bool IsCounted(string hand) => hand[0] != 'e' || int.Parse(hand[1..], CultureInfo.InvariantCulture) <= LastCounted;

    public static WordCounts Of(string language)
    {
        var counts = s_texts.Value[language].SelectMany(Words).CountBy(word => word).ToDictionary(StringComparer.Ordinal);
        var words = counts.Keys.Order(StringComparer.Ordinal).ToArray();
        var before = new int[words.Length + 1];
        for (var at = 0; at < words.Length; at++) before[at + 1] = before[at] + counts[words[at]];
        return new WordCounts(words, before);
    }

    /// <summary>How often a word stands there, or all words that begin with a stem.</summary>
    public int CountOf(string word, bool isStem)
    {
        var end = isStem ? word + char.MaxValue : word + char.MinValue;
        return _before[PlaceOf(end)] - _before[PlaceOf(word)];
    }

    private int PlaceOf(string word)
    {
        var place = Array.BinarySearch(_words, word, StringComparer.Ordinal);
        return place < 0 ? ~place : place;
    }

    private static IEnumerable<string> Words(string folded)
    {
        for (var start = 0; start < folded.Length; start++)
        {
            var end = start;
            while (end < folded.Length && LetterUnits.IsSpaced(folded[end])) end++;
            if (end > start) yield return folded[start..end];
            start = end;
        }
    }
}
