using System.Text;
using AirsPolicy.Text.Unicode;
using AirsPolicy.Text.Words;

namespace AirsPolicy.Text.Views.Decodings;

/// <summary>
/// Writes misspelt words as they are meant, such as <c>ingore</c>, where many words of a stretch are misspelt and most of the others are
/// known. Most names, and texts in languages of which few words are known, stay as they are. Of a long text each stretch is looked at in
/// part first, so that ordinary texts cost little. One forward pass.
/// </summary>
/// <param name="folded">A folded text.</param>
/// <param name="target">Takes it with the words that are meant.</param>
internal ref struct MisspeltWords(ReadOnlySpan<char> folded, TextView target)
{
    private const int Stretch = 192, Sample = 64;

    // As many as a stretch and what is left over behind it can hold, each with a space.
    private const int Most = (Stretch + Sample) / (CommonWords.ShortestMisspelt + 1) + 1;

    // One word in so many, and of several in twice as many.
    private const int WordsToOne = 8;

    private readonly ReadOnlySpan<char> _folded = folded;
    private readonly CommonWords _common = CommonWords.Shipped;
    private Counts _counts;
    private int _written;

    /// <summary>Fills the target. False where nothing is misspelt; the target then means nothing.</summary>
    public bool Run()
    {
        Span<Misspelt> misspelt = stackalloc Misspelt[Most];
        for (int start = 0, end; start < _folded.Length; start = end)
        {
            end = _folded.Length - start <= Stretch + Sample ? _folded.Length : EndOfWord(start + Stretch);
            var isWhole = start == 0 && end == _folded.Length;
            var seen = isWhole ? end : EndOfWord(start + Sample);
            Look(start, seen, misspelt);
            if (_counts.Misspelt > 0) Look(seen, end, misspelt);
            if (_counts.AreMisspelt) Write(misspelt[.._counts.Misspelt]);
            _counts = default;
        }
        if (_written == 0) return false;
        target.AppendRun(_folded[_written..], _written);
        return true;
    }

    private readonly int EndOfWord(int at)
    {
        while (at < _folded.Length && IsWord(_folded[at])) at++;
        return Math.Min(at, _folded.Length);
    }

    // Counts words and takes down what is misspelt, from the end of one word to that of another.
    private void Look(int from, int end, scoped Span<Misspelt> misspelt)
    {
        for (var at = from; at < end; at++)
        {
            var (start, hash) = (at, 0u);
            for (; at < end && _folded[at] is >= 'a' and <= 'z'; at++) hash = WordHash.With(hash, _folded[at]);
            if (at < end && IsWord(_folded[at]))
            {
                // Numbers and names of variables say nothing; a word with other letters is one that is not known.
                at = EndOfWord(at);
                if (!Ascii.IsValid(_folded[start..at])) _counts.Unknown++;
            }
            else if (at - start > 1) Look(new TextSpan(start, at), hash, misspelt);
        }
    }

    private void Look(TextSpan word, uint hash, scoped Span<Misspelt> misspelt)
    {
        _counts.Words++;
        if (_common.Find(hash) != WordTable.None) return;
        var meant =
            word.Length is >= CommonWords.ShortestMisspelt and <= WordHash.Longest
                ? _common.FindNear(_folded[word.Start..word.End], hash)
                : WordTable.None;
        if (meant == WordTable.None) _counts.Unknown++;
        else misspelt[_counts.Misspelt++] = new Misspelt(word, meant);
    }

    private void Write(scoped ReadOnlySpan<Misspelt> misspelt)
    {
        if (_written == 0) target.Clear(_folded.Length);
        foreach (var (word, meant) in misspelt)
        {
            target.AppendRun(_folded[_written..word.Start], _written);
            target.AppendBlock(_common[meant], word);
            _written = word.End;
        }
    }

    private static bool IsWord(char unit) => unit < 128 ? char.IsAsciiLetterOrDigit(unit) || unit == '_' : CharacterTables.IsWord(unit);

    private readonly record struct Misspelt(TextSpan Word, int Meant);

    private struct Counts
    {
        public int Words, Misspelt, Unknown;

        public readonly bool AreMisspelt =>
            Misspelt > 0 && Misspelt >= Unknown && WordsToOne * (Misspelt > 1 ? 2 * Misspelt : Misspelt) >= Words;
    }
}
