using System.Numerics;
using AirsPolicy.Text.Words;

namespace AirsPolicy.Text.Views.Decodings;

/// <summary>
/// Puts spaces where words of Latin letters stand without any, such as <c>ignoreallrules</c>: where the commonest words would stand. Looks
/// at stretches without a space that are longer than words are. One forward pass; each letter is looked at a bounded number of times.
/// </summary>
/// <param name="folded">A folded text.</param>
/// <param name="target">Takes it with spaces.</param>
/// <param name="wereSpelled">Whether its words were spelled out and have been put together, so that any long stretch may be words.</param>
internal ref struct JoinedWords(ReadOnlySpan<char> folded, TextView target, bool wereSpelled)
{
    // Most compounds of German are shorter.
    private const int LongestWord = 24;

    // Where words were spelled out without gaps, more than a third of the letters stand in longer ones that are not known; beside them
    // are shorter ones between signs.
    private const int LongestSpelled = 10, LongestBeside = 6;

    private const int LettersAtOnce = 256;

    // What a word costs is an eighth of a bit: by its place among the words, or by its letters where it is not there.
    private const int Eighths = 3, FirstRank = 16, OfUnknown = 17 << Eighths, OfUnknownLetter = 36;

    // Letters that are no words fall into pieces of two or three, and words of no more than a few letters are rare.
    private const int FewestToAPiece = 3;

    private readonly ReadOnlySpan<char> _folded = folded;
    private readonly CommonWords _words = CommonWords.Shipped;
    private int _written;

    /// <summary>Whether words stand without spaces in a text. Cheap where none do.</summary>
    public static bool MayStandIn(ReadOnlySpan<char> folded, bool wereSpelled) =>
        wereSpelled ? LettersOfLong(folded, LongestSpelled) * 3 > LettersIn(folded) : LettersOfLong(folded, LongestWord) > 0;

    /// <summary>Fills the target. False where nothing was parted; the target then means nothing.</summary>
    public bool Run()
    {
        target.Clear(_folded.Length);
        for (int at = 0, end; at < _folded.Length; at = end + 1)
        {
            end = at;
            while (end < _folded.Length && _folded[end] != ' ') end++;
            if (wereSpelled ? end - at > LongestBeside : MayStandIn(_folded[at..end], false)) PartStretch(at, end);
        }
        if (_written == 0) return false;
        target.AppendRun(_folded[_written..], _written);
        return true;
    }

    // How many letters stand in longer runs that are no word.
    private static int LettersOfLong(ReadOnlySpan<char> folded, int longest)
    {
        var letters = 0;
        for (var from = 0; folded.Length - from > longest;)
        {
            // From the end, so that most units are passed by.
            var at = from + longest;
            while (at >= from && IsLetter(folded[at])) at--;
            if (at < from)
            {
                var end = from + longest;
                while (end < folded.Length && IsLetter(folded[end])) end++;
                if (!IsKnown(folded[from..end])) letters += end - from;
                at = end;
            }
            from = at + 1;
        }
        return letters;
    }

    private static int LettersIn(ReadOnlySpan<char> folded)
    {
        var letters = 0;
        foreach (var unit in folded) letters += IsLetter(unit) ? 1 : 0;
        return letters;
    }

    private void PartStretch(int start, int end)
    {
        for (var at = start; at < end;)
        {
            if (wereSpelled && at > start && IsBetween(_folded[at - 1], _folded[at])) WriteSpace(at);
            var run = at;
            while (at < end && IsLetter(_folded[at])) at++;
            if (at == run) at++;
            else PartLetters(run, at);
        }
    }

    // Where letters were spelled out: behind a sign that ends a word or a sentence, and between letters and digits.
    private static bool IsBetween(char before, char unit) =>
        IsLetter(before) ? char.IsAsciiDigit(unit)
        : char.IsAsciiDigit(before) ? IsLetter(unit)
        : before is '.' or ',' or ':' or ';' or '!' or '?' && IsLetter(unit);

    private void PartLetters(int start, int end)
    {
        Span<int> ends = stackalloc int[LettersAtOnce];
        while (start < end)
        {
            var letters = _folded[start..Math.Min(end, start + LettersAtOnce)];
            var pieces = Split(letters, ends);
            var isLast = start + letters.Length == end;
            // What is cut off may be the beginning of a longer word.
            if (!isLast) pieces = ends[..pieces].IndexOfAnyInRange(letters.Length - WordHash.Longest, letters.Length) + 1;
            var length = ends[pieces - 1];
            if (wereSpelled || AreWords(letters, ends[..pieces]))
            {
                foreach (var place in ends[..(pieces - 1)]) WriteSpace(start + place);
                if (!isLast) WriteSpace(start + length);
            }
            start += length;
        }
    }

    // Whether most letters stand in words that are known.
    private readonly bool AreWords(ReadOnlySpan<char> letters, ReadOnlySpan<int> ends)
    {
        var (start, known) = (0, 0);
        foreach (var end in ends)
        {
            if (_words.Find(WordHash.Of(letters[start..end])) != WordTable.None) known += end - start;
            start = end;
        }
        return start >= FewestToAPiece * ends.Length && 3 * known >= 2 * start;
    }

    // Where the words end into which letters fall at the least cost, and how many they are.
    private readonly int Split(ReadOnlySpan<char> letters, Span<int> ends)
    {
        Span<int> costs = stackalloc int[LettersAtOnce + 1];
        Span<byte> lengths = stackalloc byte[LettersAtOnce + 1];
        costs[1..].Fill(int.MaxValue);
        costs[0] = 0;
        for (var at = 0; at < letters.Length; at++)
        {
            var hash = 0u;
            var longest = Math.Min(letters.Length - at, WordHash.Longest);
            for (var length = 1; length <= longest; length++)
            {
                hash = WordHash.With(hash, letters[at + length - 1]);
                var cost = costs[at] + CostOf(_words.Find(hash), length);
                if (cost < costs[at + length]) (costs[at + length], lengths[at + length]) = (cost, (byte)length);
            }
        }
        var pieces = 0;
        for (var at = letters.Length; at > 0; at -= lengths[at]) ends[pieces++] = at;
        ends[..pieces].Reverse();
        return pieces;
    }

    // The logarithm of how many words are as common, by straight lines between powers of two: the same on every machine.
    private static int CostOf(int number, int length)
    {
        if (number == WordTable.None) return OfUnknown + OfUnknownLetter * length;
        var rank = number + FirstRank;
        var whole = BitOperations.Log2((uint)rank);
        return (whole - 1 << Eighths) + (rank << Eighths >> whole);
    }

    // A space comes from the unit before it, since nothing else stands there.
    private void WriteSpace(int at)
    {
        target.AppendRun(_folded[_written..at], _written);
        target.AppendBlock(" ", new TextSpan(at - 1, at));
        _written = at;
    }

    private static bool IsKnown(ReadOnlySpan<char> word) =>
        word.Length <= WordHash.Longest && CommonWords.Shipped.Find(WordHash.Of(word)) != WordTable.None;

    private static bool IsLetter(char unit) => (uint)(unit - 'a') < 26;
}
