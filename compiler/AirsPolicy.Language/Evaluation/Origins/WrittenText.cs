using System.Text;
using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Language.Evaluation.Origins;

/// <summary>A text without case and with single spaces, and where its words begin and end.</summary>
/// <param name="Characters">Its characters.</param>
/// <param name="Starts">Where words with a letter or digit begin.</param>
/// <param name="Ends">Where words end, with and without the full stops behind them.</param>
internal sealed record WrittenText(IReadOnlyList<WrittenCharacter> Characters, IReadOnlyList<int> Starts, IReadOnlyList<int> Ends)
{
    /// <summary>The whole of it.</summary>
    public string Text => Between(0, Characters.Count);

    /// <summary>How many letters and digits there are.</summary>
    public int Letters => Characters.Count(c => c.IsLetter);

    /// <summary>Its length in bytes, with one for each end of a word.</summary>
    public int Size => Encoding.UTF8.GetByteCount(Text) + Ends.Count;

    public static WrittenText Of(string text)
    {
        var characters = Read(text);
        var starts = new List<int>();
        var ends = new List<int>();
        for (var start = 0; start < characters.Count;)
        {
            var end = start;
            while (end < characters.Count && !characters[end].Divides)
                end++;
            if (end > start)
            {
                var bare = end;
                while (bare > start && characters[bare - 1].Text is "." or "!" or "?" or ":")
                    bare--;
                if (characters.Take(end).Skip(start).Any(c => c.IsLetter))
                    starts.Add(start);
                if (bare > start && bare < end)
                    ends.Add(bare);
                ends.Add(end);
            }
            start = Math.Max(end, start + 1);
        }
        return new WrittenText(characters, starts, ends);
    }

    public string Between(int start, int end) => string.Concat(Characters.Take(end).Skip(start).Select(c => c.Text));

    private static List<WrittenCharacter> Read(string text)
    {
        var runes = text.EnumerateRunes().ToArray();
        var characters = new List<WrittenCharacter>();
        for (var i = 0; i < runes.Length; i++)
        {
            var letter = IsLetter(runes[i]);
            var space = CharacterTables.IsSpace(runes[i].Value);
            if (space && (characters.Count == 0 || characters[^1].Text == " "))
                continue;
            var divides =
                space
                || !letter
                    && Divides(
                        runes[i],
                        i == 0 ? default : runes[i - 1],
                        i + 1 == runes.Length ? default : runes[i + 1],
                        characters.Count == 0 || characters[^1].Divides);
            characters.Add(
                new WrittenCharacter(space ? " " : new Rune(CharacterTables.FoldCase(runes[i].Value)).ToString(), letter, divides));
        }
        if (characters.Count > 0 && characters[^1].Text == " ")
            characters.RemoveAt(characters.Count - 1);
        return characters;
    }

    private static bool Divides(Rune rune, Rune before, Rune next, bool begins) => rune.Value switch
    {
        ':' => begins,
        '\'' or '\u2019' => !IsLetter(before) || !IsLetter(next),
        ',' => !IsDigit(before) || !IsDigit(next),
        < 0x80 => ";()[]{}<>\"`|*".Contains((char)rune.Value, StringComparison.Ordinal),
        _ => !CharacterTables.IsInvisible(rune.Value),
    };

    private static bool IsDigit(Rune rune) => rune.Value is >= '0' and <= '9';

    private static bool IsLetter(Rune rune) =>
        rune.IsAscii ? Rune.IsLetterOrDigit(rune) : CharacterTables.IsWord(rune.Value) && !CharacterTables.IsInvisible(rune.Value);
}

/// <summary>A character of a text.</summary>
/// <param name="Text">The character, without case.</param>
/// <param name="IsLetter">Whether it is a letter, digit or mark.</param>
/// <param name="Divides">Whether it stands between words and not in one.</param>
internal readonly record struct WrittenCharacter(string Text, bool IsLetter, bool Divides);
