using System.Text;
using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Runtime.State.Origins;

/// <summary>
/// A text as values are looked for in it: UTF-8, case folded, every run of white space one space, and a mark behind each word, so that an
/// occurrence that begins with a word and ends with one is a prefix of what is spelled from there.
/// </summary>
/// <remarks>
/// A word is what stands between white space, quotes, brackets and the like. Full stops, hyphens and signs such as <c>@</c> and <c>/</c>
/// stand inside words: <c>smith@example.org</c> must not occur in <c>anna.smith@example.org</c>. Case is all that is folded: an address
/// with a Cyrillic а is another address.
/// </remarks>
internal sealed class Spelling
{
    /// <summary>Stands behind each word, and before the full stops that end it; it sorts before whatever else may follow.</summary>
    public const byte WordEnd = 1;

    private byte[] _bytes = new byte[OriginLimits.LongestValue];
    private int _length;
    private int _word;
    private int _lastLetter;

    /// <summary>What is spelled.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    /// <summary>Where words with a letter or digit begin, ascending.</summary>
    public List<int> Words { get; } = [];

    /// <summary>How many letters and digits it has.</summary>
    public int Letters { get; private set; }

    /// <summary>How many UTF-16 units the text has.</summary>
    public int Characters { get; private set; }

    /// <summary>Spells a text in place of the one before.</summary>
    public void Write(ReadOnlySpan<char> text)
    {
        (_length, _word, _lastLetter, Letters, Characters) = (0, -1, -1, 0, text.Length);
        Words.Clear();
        var before = CharacterRole.Delimiter;
        for (var at = 0; at < text.Length;)
        {
            var codePoint = Scalars.First(text[at..], out var length);
            var role = CharacterRoles.Of(codePoint);
            if (role == CharacterRole.Joining)
                role = Joins(codePoint, before, at == 0 ? '\0' : text[at - 1], text[(at + length)..])
                    ? CharacterRole.Inner
                    : CharacterRole.Delimiter;
            Append(codePoint, role);
            before = role;
            at += length;
        }
        EndWord();
        if (_length > 0 && _bytes[_length - 1] == ' ')
            _length--;
    }

    // An apostrophe between letters, a comma between digits and a colon behind anything divide nothing: o'brien, 1,000, https://.
    private static bool Joins(int codePoint, CharacterRole before, char last, ReadOnlySpan<char> rest)
    {
        if (codePoint == ':')
            return before is CharacterRole.Letter or CharacterRole.Inner;
        if (rest.IsEmpty || before != CharacterRole.Letter)
            return false;
        var next = Scalars.First(rest, out _);
        return codePoint == ',' ? char.IsAsciiDigit(last) && next is >= '0' and <= '9' : CharacterRoles.Of(next) == CharacterRole.Letter;
    }

    private void Append(int codePoint, CharacterRole role)
    {
        Reserve(8);
        switch (role)
        {
            case CharacterRole.Space:
                EndWord();
                // White space at the beginning says nothing.
                if (_length > 0 && _bytes[_length - 1] != ' ')
                    _bytes[_length++] = (byte)' ';
                return;
            case CharacterRole.Delimiter:
                EndWord();
                break;
            default:
                if (_word < 0)
                    _word = _length;
                break;
        }
        if (codePoint < 0x80)
            _bytes[_length++] = (byte)(codePoint is >= 'A' and <= 'Z' ? codePoint | 0x20 : codePoint);
        else
            _length += (Rune.TryCreate(CharacterTables.FoldCase(codePoint), out var rune) ? rune : Rune.ReplacementChar).EncodeToUtf8(
                _bytes.AsSpan(_length));
        if (role == CharacterRole.Letter)
        {
            Letters++;
            _lastLetter = _length;
        }
    }

    private void EndWord()
    {
        if (_word < 0)
            return;
        Reserve(2);
        if (_lastLetter > _word)
            Words.Add(_word);
        var end = _length;
        while (end > _word && _bytes[end - 1] is (byte)'.' or (byte)'!' or (byte)'?' or (byte)':')
            end--;
        if (end > _word && end < _length)
        {
            _bytes.AsSpan(end, _length - end).CopyTo(_bytes.AsSpan(end + 1));
            _bytes[end] = WordEnd;
            _length++;
        }
        _bytes[_length++] = WordEnd;
        _word = -1;
    }

    private void Reserve(int count)
    {
        if (_bytes.Length - _length < count)
            Array.Resize(ref _bytes, 2 * _bytes.Length);
    }
}
