using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Text.Languages;

/// <summary>
/// The runs of three letters, and the words, of a text that languages are told by: case folded, a mark before and behind each word, three
/// after three, so that a word of one letter is one run. What touches a digit or a sign of addresses, paths and names in code is no word of
/// a language and is passed over.
/// </summary>
/// <remarks>Takes only characters of one UTF-16 unit, as all letters of the languages told apart are.</remarks>
internal ref struct LetterRuns
{
    /// <summary>How many units a run has.</summary>
    public const int Length = 3;

    /// <summary>Stands before and behind a word.</summary>
    public const char Edge = '_';

    private const ulong WordBasis = 0xCBF29CE484222325;
    private const ulong WordFactor = 0x100000001B3;

    private readonly ReadOnlySpan<char> _text;
    private int _next;
    private int _end;
    private bool _inWord;
    private char _before;
    private char _last;
    private ulong _word;

    /// <summary>The runs of a text.</summary>
    public LetterRuns(ReadOnlySpan<char> text)
    {
        _text = text;
        _last = ' ';
    }

    /// <summary>A run, its first unit in the highest of 48 bits; every letter of a word is in the middle of one.</summary>
    public ulong Current { get; private set; }

    /// <summary>Where the run ends a word, that word (FNV-1a of its folded letters, 64 bits); else 0.</summary>
    public ulong Word { get; private set; }

    /// <summary>The letter in the middle of a run.</summary>
    public static char LetterOf(ulong run) => (char)(run >> 16);

    public readonly LetterRuns GetEnumerator() => this;

    public bool MoveNext()
    {
        if (!_inWord && !FindWord())
            return false;
        // One run for each letter of the word, which stands in its middle.
        var letter = Fold(_text[_next++]);
        _inWord = _next < _end && !StandsAlone(_text[_next - 1]);
        var behind = _next < _end && _inWord ? Fold(_text[_next]) : Edge;
        Current = (ulong)_before << 32 | (ulong)letter << 16 | behind;
        _before = letter;
        _word = (_word ^ letter) * WordFactor;
        Word = _inWord ? 0 : _word;
        return true;
    }

    private bool FindWord()
    {
        while (true)
        {
            while (_next < _text.Length && !IsLetter(_text[_next]))
                _last = _text[_next++];
            if (_next == _text.Length)
                return false;
            _end = _next + 1;
            if (!StandsAlone(_text[_next]))
            {
                while (_end < _text.Length && IsLetter(_text[_end]) && !StandsAlone(_text[_end]))
                    _end++;
            }
            var isTechnical = char.IsAscii(_text[_next]) && (IsTechnical(_last) || _end < _text.Length && IsTechnical(_text[_end]));
            _last = _text[_end - 1];
            if (!isTechnical)
            {
                (_inWord, _before, _word) = (true, Edge, WordBasis);
                return true;
            }
            _next = _end;
        }
    }

    /// <summary>An ideograph is a word of its own.</summary>
    public static bool StandsAlone(char letter) => letter is (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF');

    private static bool IsLetter(char unit) =>
        char.IsAscii(unit)
            ? char.IsAsciiLetter(unit)
            : !char.IsSurrogate(unit) && CharacterTables.IsWord(unit) && !CharacterTables.IsDigit(unit);

    private static bool IsTechnical(char unit) =>
        unit is '/' or '\\' or '@' or '_' or '<' or '=' or '#' or '$' or '~' || char.IsAsciiDigit(unit);

    private static char Fold(char letter) => (char)CharacterTables.FoldCase(letter);
}
