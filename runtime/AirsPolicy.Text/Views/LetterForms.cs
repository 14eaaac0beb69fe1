using System.Buffers;
using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Text.Views;

/// <summary>Writes the views that keep the letters and digits of a folded text and nothing between them.</summary>
internal sealed class LetterForms
{
    // What each ASCII character of a folded text is read as; 0 for what is left out.
    private readonly byte[] _forms = new byte[128];

    // 1 for what is a letter, 2 for what is one only before a letter or digit and punctuation elsewhere, 0 for what is left out.
    private readonly byte[] _kept = new byte[128];
    private readonly SearchValues<char>? _signs;

    private LetterForms(string signs, string letters, string leading)
    {
        for (var c = '0'; c <= 'z'; c++)
            _forms[c] = char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) ? (byte)c : (byte)0;
        for (var i = 0; i < signs.Length; i++)
            _forms[signs[i]] = (byte)letters[i];
        for (var c = 0; c < _forms.Length; c++)
            _kept[c] = _forms[c] == 0 ? (byte)0 : leading.Contains((char)c, StringComparison.Ordinal) ? (byte)2 : (byte)1;
        _signs = signs.Length == 0 ? null : SearchValues.Create(signs.Where(sign => !char.IsAsciiLetter(sign)).ToArray());
    }

    public static LetterForms Spaced { get; } = new("", "", "");

    public static LetterForms Leet { get; } = new("0123456789@$|!+l", "oizeasgtbgasiiti", "!+|");

    /// <summary>
    /// Fills the target from the folded view; leaves it empty where there are signs to be read and none stands before a letter.
    /// </summary>
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
        var kept = _kept.AsSpan();
        var count = 0;
        // Where signs are read as letters, what a unit is depends on the next.
        var nextBlock = _signs is null ? 0 : int.MaxValue;
        for (var i = 0; i < source.Length; i++)
        {
            if (i >= nextBlock)
            {
                i = LetterBlocks.Pick(source, i, text, places, ref count);
                nextBlock = i + LetterBlocks.Length;
                if (i == source.Length) break;
            }
            var unit = source[i];
            if (unit >= 128)
            {
                i += PickOther(source, i, text, places, ref count);
                continue;
            }
            text[count] = (char)forms[unit];
            places[count] = i;
            count += kept[unit] <= 1 ? kept[unit] : IsLetterBehind(source, i) ? 1 : 0;
        }
        return count;
    }

    // How many more units the character has than one.
    private static int PickOther(ReadOnlySpan<char> source, int index, Span<char> text, Span<int> places, ref int count)
    {
        var codePoint = Scalars.First(source[index..], out var length);
        if (!CharacterTables.IsWord(codePoint)) return length - 1;
        for (var i = index; i < index + length; i++)
        {
            text[count] = source[i];
            places[count++] = i;
        }
        return length - 1;
    }

    private static bool IsLetterBehind(ReadOnlySpan<char> source, int index) =>
        index + 1 < source.Length && char.IsAsciiLetterOrDigit(source[index + 1]);
}
