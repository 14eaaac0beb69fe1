using System.Numerics;
using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Text.Views.Decodings;

/// <summary>
/// Reads what stands between words in the place of spaces as spaces: emoji wherever words touch them on both sides, other signs where most
/// words of a group are joined by them, such as <c>ignore_all_rules</c>. One forward pass, and one over each group of words.
/// </summary>
internal ref struct SignSpaces(ReadOnlySpan<char> source, TextView target)
{
    private const char FirstEmoji = '\uD83C', LastEmoji = '\uD83E';
    private const char EndOfAscii = '\x80';
    private const int GroupGaps = 16, FewestJoining = 4;

    // A sign of one or two units between two spaces.
    private const int LongestSpaced = 4;

    private static readonly UnitTable<bool> s_isWord = new(unit => IsWord(unit));

    private readonly ReadOnlySpan<char> _source = source;
    private readonly bool _hasEmoji = HasEmoji(source);
    private int _written;
    // The last block that was looked at, and which of its units are of words.
    private int _block = -UnitBlock.Length;
    private ulong _words;
    // The first address that does not end before what is looked at.
    private TextSpan _address = Addresses.Next(source, 0);

    /// <summary>Whether there may be emoji in a text.</summary>
    public static bool HasEmoji(ReadOnlySpan<char> text) => text.ContainsAnyInRange(FirstEmoji, LastEmoji);

    /// <summary>
    /// Whether a character is of a word. Letters in squares and circles are letters, and what folding takes away is within a word.
    /// </summary>
    public static bool IsWord(int codePoint) =>
        codePoint < EndOfAscii ? char.IsAsciiLetterOrDigit((char)codePoint)
            : CharacterTables.IsWord(codePoint) || codePoint is >= 0x1F100 and <= 0x1F1FF || InvisibleRun.IsRemoved(codePoint);

    /// <summary>Fills the target. False where none stand so; the target then means nothing.</summary>
    public bool Run()
    {
        target.Clear(_source.Length);
        for (var start = NextGap(0); start.End < _source.Length;)
        {
            var (gap, gaps, joining, address) = (start, 0, 0, _address);
            for (; gaps < GroupGaps && gap.End < _source.Length; gap = NextGap(gap.End))
            {
                gaps++;
                if (Joins(gap)) joining++;
            }
            var next = _address;
            _address = address;
            Write(start, gaps, joining >= FewestJoining && 2 * joining > gaps);
            (start, _address) = (gap, next);
        }
        if (_written == 0) return false;
        target.AppendRun(_source[_written..], _written);
        return true;
    }

    private void Write(TextSpan gap, int gaps, bool all)
    {
        if (!all && !_hasEmoji) return;
        for (; gaps > 0; gap = NextGap(gap.End), gaps--)
        {
            if (gap.Start == 0 || !(all ? Joins(gap) : IsEmoji(gap))) continue;
            target.AppendRun(_source[_written..gap.Start], _written);
            target.AppendBlock(" ", gap);
            _written = gap.End;
        }
    }

    // Behind a word there is a space, or a sign and then a space, where nothing is hidden. Signs between digits are of a number, signs with
    // more than a space beside them of a table, and those of an address are its own.
    private bool Joins(TextSpan gap) =>
        !IsInAddress(gap)
        && !char.IsAsciiDigit(_source[gap.End]) && (gap.Start == 0 || !char.IsAsciiDigit(_source[gap.Start - 1]))
        && (!CharacterTables.IsSpace(_source[gap.End - 1])
            || gap.Length <= LongestSpaced && CharacterTables.IsSpace(_source[gap.Start]) && !IsBlank(gap));

    private bool IsInAddress(TextSpan gap)
    {
        while (_address.Length > 0 && _address.End <= gap.Start) _address = Addresses.Next(_source, _address.End);
        return gap.Start >= _address.Start && gap.End <= _address.End;
    }

    private readonly bool IsBlank(TextSpan gap)
    {
        foreach (var unit in _source[gap.Start..gap.End])
        {
            if (!CharacterTables.IsSpace(unit)) return false;
        }
        return true;
    }

    private readonly bool IsEmoji(TextSpan gap) =>
        _source[gap.Start] is >= FirstEmoji and <= LastEmoji && !CharacterTables.IsSpace(_source[gap.End - 1]);

    // What stands behind the next word, up to the word behind it; it ends with the text where there is none.
    private TextSpan NextGap(int from)
    {
        var start = Next(from, isWord: false);
        return new TextSpan(start, Next(start, isWord: true));
    }

    // The first unit from a place on that is of a word, or is not.
    private int Next(int from, bool isWord)
    {
        for (var at = from; at < _source.Length; at = _block + UnitBlock.Length)
        {
            if (at < _block || at >= _block + UnitBlock.Length) ReadAt(at);
            var such = (isWord ? _words : ~_words) & ulong.MaxValue << at - _block;
            if (such != 0) return Math.Min(_source.Length, _block + BitOperations.TrailingZeroCount(such));
        }
        return _source.Length;
    }

    private void ReadAt(int at)
    {
        _block = at - at % UnitBlock.Length;
        var block = UnitBlock.At(_source, _block);
        _words = block.Letters | block.Digits | block.OthersThatAre(_source, _block, static (text, at) => IsWordAt(text, at));
    }

    private static bool IsWordAt(ReadOnlySpan<char> text, int at)
    {
        if (!char.IsSurrogate(text[at])) return s_isWord[text[at]];
        // Both units of a pair are what the pair is.
        var isSecond = at > 0 && char.IsSurrogatePair(text[at - 1], text[at]);
        return IsWord(Scalars.First(text[(isSecond ? at - 1 : at)..], out _));
    }
}
