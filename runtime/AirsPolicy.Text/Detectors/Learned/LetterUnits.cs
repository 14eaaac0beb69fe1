using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Text.Detectors.Learned;

/// <summary>What a unit of a folded text counts as.</summary>
internal static class LetterUnits
{
    private const char EndOfAscii = '\x80';

    private static readonly UnitTable<Kinds> s_kinds = new(Find);

    [Flags]
    private enum Kinds : byte
    {
        Word = 1,
        Spaced = 2,
        Linked = 4,
    }

    // What each ASCII character counts as: 0 for what is between words, a digit as one of them, any other as itself.
    private static ReadOnlySpan<byte> AsciiWords =>
        [
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            48,
            48,
            48,
            48,
            48,
            48,
            48,
            48,
            48,
            48,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            97,
            98,
            99,
            100,
            101,
            102,
            103,
            104,
            105,
            106,
            107,
            108,
            109,
            110,
            111,
            112,
            113,
            114,
            115,
            116,
            117,
            118,
            119,
            120,
            121,
            122,
            0,
            0,
            0,
            0,
            0,
            0,
            97,
            98,
            99,
            100,
            101,
            102,
            103,
            104,
            105,
            106,
            107,
            108,
            109,
            110,
            111,
            112,
            113,
            114,
            115,
            116,
            117,
            118,
            119,
            120,
            121,
            122,
            0,
            0,
            0,
            0,
            0,
        ];

    /// <summary>The letter or digit that a unit counts as; 0 for what is between words.</summary>
    public static ushort LetterOf(char unit) => LetterOf(unit, s_kinds[unit]);

    /// <summary>The same, and whether the unit <see cref="IsLinked"/>.</summary>
    public static ushort LetterOf(char unit, out bool isLinked)
    {
        var kinds = s_kinds[unit];
        isLinked = (kinds & Kinds.Linked) != 0;
        return LetterOf(unit, kinds);
    }

    /// <summary>
    /// Whether a unit is one word with letters beside it, as people write words: not what is between them, nor a character of a script that
    /// writes no spaces.
    /// </summary>
    public static bool IsSpaced(char unit) => (s_kinds[unit] & Kinds.Spaced) != 0;

    /// <summary>
    /// Whether a unit is one word with letters beside it, as features see words: the same without Korean syllables, each of which is one.
    /// Korean words have so many endings that most are too rare to learn from.
    /// </summary>
    public static bool IsLinked(char unit) => (s_kinds[unit] & Kinds.Linked) != 0;

    private static ushort LetterOf(char unit, Kinds kinds) =>
        unit < EndOfAscii ? AsciiWords[unit] : (kinds & Kinds.Word) != 0 ? unit : (ushort)0;

    private static Kinds Find(char unit)
    {
        var isWord = unit < EndOfAscii ? AsciiWords[unit] != 0 : char.IsSurrogate(unit) || CharacterTables.IsWord(unit);
        return !isWord ? default
            : IsOfUnspacedScript(unit) ? Kinds.Word
            : unit is >= '\uAC00' and <= '\uD7A3' ? Kinds.Word | Kinds.Spaced
            : Kinds.Word | Kinds.Spaced | Kinds.Linked;
    }

    // Thai, Lao, Khmer and Burmese, kana, and the ideographs of the first plane.
    private static bool IsOfUnspacedScript(char unit) =>
        unit >= 0x0E00
        && (
            unit <= 0x0EFF
            || unit
                is (>= '\u1000' and <= '\u109F')
                    or (>= '\u1780' and <= '\u17FF')
                    or (>= '\u3040' and <= '\u30FF')
                    or (>= '\u3400' and <= '\u9FFF'));
}
