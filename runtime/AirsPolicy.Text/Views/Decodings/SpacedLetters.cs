using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Text.Views.Decodings;

/// <summary>
/// Puts letters together that stand alone in a row, such as <c>i g n o r e</c> or <c>i.g.n.o.r.e</c>. What stands between most of them
/// stands between letters of a word; where something else stands, a word ends. One forward pass, and two over each row.
/// </summary>
internal ref struct SpacedLetters(ReadOnlySpan<char> source, TextView target)
{
    private const int Fewest = 6;
    private const int LongestGap = 12;

    private readonly ReadOnlySpan<char> _source = source;
    private int _written;

    /// <summary>Fills the target. False where no letters stand so; the target then means nothing.</summary>
    public bool Run()
    {
        target.Clear(_source.Length);
        var (start, end, count) = (0, 0, 0);
        for (var at = 0; NextWord(at) is { Length: > 0 } word; at = word.End)
        {
            var isAlone = IsAlone(word);
            if (isAlone && count > 0 && word.Start - end <= LongestGap)
            {
                (end, count) = (word.End, count + 1);
                continue;
            }
            Close(start, end, count);
            (start, end, count) = (word.Start, word.End, isAlone ? 1 : 0);
        }
        Close(start, end, count);
        if (_written == 0) return false;
        target.AppendRun(_source[_written..], _written);
        return true;
    }

    private void Close(int start, int end, int count)
    {
        if (count < Fewest) return;
        target.AppendRun(_source[_written..start], _written);
        var most = GapWithin(start, end);
        var within = _source[most.Start..most.End];
        for (var at = start; at < end;)
        {
            var letter = NextWord(at);
            var gap = new TextSpan(at, letter.Start);
            if (!_source[gap.Start..gap.End].SequenceEqual(within)) WriteGap(gap, within);
            target.AppendRun(_source[letter.Start..letter.End], letter.Start);
            at = letter.End;
        }
        _written = end;
    }

    // A sign of the text stands between letters too: `s . N` is `s.N`.
    private readonly void WriteGap(TextSpan gap, ReadOnlySpan<char> within)
    {
        var (start, end) = (gap.Start, gap.End);
        if (end - start > within.Length && _source[start..end].StartsWith(within)) start += within.Length;
        if (end - start > within.Length && _source[start..end].EndsWith(within)) end -= within.Length;
        target.AppendRun(_source[start..end], start);
    }

    // The gap that more than half of all are, where one is: each other takes one of it away.
    private readonly TextSpan GapWithin(int start, int end)
    {
        var most = default(TextSpan);
        var left = 0;
        for (var at = NextWord(start).End; at < end;)
        {
            var letter = NextWord(at);
            var gap = new TextSpan(at, letter.Start);
            if (left == 0) most = gap;
            left += _source[gap.Start..gap.End].SequenceEqual(_source[most.Start..most.End]) ? 1 : -1;
            at = letter.End;
        }
        return most;
    }

    // With the marks that it has.
    private readonly bool IsAlone(TextSpan word)
    {
        Scalars.First(_source[word.Start..], out var length);
        for (var next = 0; length < word.Length; length += next)
        {
            if (!WordBreakState.IsSkipped(WordBreakState.ClassOf(Scalars.First(_source[(word.Start + length)..], out next)))) return false;
        }
        return true;
    }

    // The next letters and digits from a place on; empty where there are none.
    private readonly TextSpan NextWord(int from)
    {
        var start = from;
        while (start < _source.Length && !IsWord(start, out var length)) start += length;
        var end = start;
        while (end < _source.Length && IsWord(end, out var length)) end += length;
        return new TextSpan(start, end);
    }

    private readonly bool IsWord(int at, out int length)
    {
        length = 1;
        var unit = _source[at];
        return unit < 128 ? char.IsAsciiLetterOrDigit(unit) : CharacterTables.IsWord(Scalars.First(_source[at..], out length));
    }
}
