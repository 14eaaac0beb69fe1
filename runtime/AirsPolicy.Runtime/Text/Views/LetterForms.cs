using System.Buffers;
using AirsPolicy.Runtime.Text.Unicode;

namespace AirsPolicy.Runtime.Text.Views;

/// <summary>Writes the views that keep the letters and digits of a folded text and nothing between them.</summary>
internal sealed class LetterForms
{
    // What each ASCII character of a folded text is read as; 0 for what is left out.
    private readonly byte[] _forms = new byte[128];

    // Signs that are letters only before a letter or digit: elsewhere they are punctuation.
    private readonly string _leading;
    private readonly SearchValues<char>? _signs;

    private LetterForms(string signs, string letters, string leading)
    {
        for (var c = '0'; c <= 'z'; c++)
            _forms[c] = char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) ? (byte)c : (byte)0;
        for (var i = 0; i < signs.Length; i++)
            _forms[signs[i]] = (byte)letters[i];
        _leading = leading;
        _signs = signs.Length == 0 ? null : SearchValues.Create(signs.Where(sign => !char.IsAsciiLetter(sign)).ToArray());
    }

    public static LetterForms Spaced { get; } = new("", "", "");

    public static LetterForms Leet { get; } = new("0123456789@$|!+l", "oizeasgtbgasiiti", "!+|");

    /// <summary>Fills the target from the folded view; leaves it empty where there are signs to be read and none stands before a letter.</summary>
    public void Write(TextView folded, TextView target)
    {
        target.BeginPicked(folded);
        var text = folded.Text;
        if (_signs is null || HasSign(text)) target.EndPicked(Pick(text, target.PickedText, target.PickedPlaces));
    }

    /// <summary>The form of a folded term, whether there are signs in it or not.</summary>
    public string Of(string folded)
    {
        var (text, places) = (new char[folded.Length], new int[folded.Length]);
        return new string(text, 0, Pick(folded, text, places));
    }

    private bool HasSign(ReadOnlySpan<char> text)
    {
        for (var from = 0; text[from..].IndexOfAny(_signs!) is var index and >= 0;)
        {
            from += index + 1;
            if (from < text.Length && char.IsAsciiLetterLower(text[from])) return true;
        }
        return false;
    }

    // Without branches on what is common: a word has five letters, so that every jump there would be guessed wrong.
    private int Pick(ReadOnlySpan<char> source, Span<char> text, Span<int> places)
    {
        var forms = _forms.AsSpan();
        var count = 0;
        for (var i = 0; i < source.Length; i++)
        {
            var unit = source[i];
            if (unit < 128)
            {
                text[count] = (char)forms[unit];
                places[count] = i;
                count += forms[unit] != 0 && IsLetterHere(source, i, unit) ? 1 : 0;
                continue;
            }
            var codePoint = Scalars.First(source[i..], out var length);
            if (!CharacterTables.IsWord(codePoint)) continue;
            for (var end = i + length; i < end; i++)
            {
                text[count] = source[i];
                places[count++] = i;
            }
            i--;
        }
        return count;
    }

    private bool IsLetterHere(ReadOnlySpan<char> source, int index, char unit) =>
        _leading.Length == 0 || !_leading.Contains(unit, StringComparison.Ordinal)
        || index + 1 < source.Length && char.IsAsciiLetterOrDigit(source[index + 1]);
}
