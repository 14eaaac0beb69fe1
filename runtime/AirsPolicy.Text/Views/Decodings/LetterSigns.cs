using System.Numerics;
using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Text.Views.Decodings;

/// <summary>
/// Cheap signs of a text that is spelled out or written in digits, looked for in blocks of 64 units: nearly all texts show none.
/// </summary>
/// <param name="AreSpacedOut">Many letters stand alone somewhere.</param>
/// <param name="AreMixed">Many digits touch letters somewhere.</param>
/// <param name="AreJoined">More letters are followed by signs than by spaces somewhere.</param>
internal readonly record struct LetterSigns(bool AreSpacedOut, bool AreMixed, bool AreJoined)
{
    private const int FewestAlone = 6, FewestMixed = 4, FewestJoined = 4;

    /// <summary>The signs of a text.</summary>
    public static LetterSigns Of(ReadOnlySpan<char> text)
    {
        var (alone, mixed, joined) = (false, false, false);
        for (var start = 0; start < text.Length; start += UnitBlock.Length)
        {
            var block = UnitBlock.At(text, start);
            mixed |= BitOperations.PopCount(block.Digits & (block.Letters << 1 | block.Letters >> 1)) >= FewestMixed;
            // Letters beyond ASCII, such as the ü of für, look at first like signs between others.
            if (!alone && AreAlone(block.Letters))
            {
                var others = block.OthersThatAre(text, start, static (text, at) => IsLetter(text[at]));
                alone = AreAlone(block.Letters | others);
            }
            if (!joined && AreJoinedIn(block, block.Letters))
            {
                var others = block.OthersThatAre(text, start, static (text, at) => SignSpaces.IsWord(text[at]));
                joined = AreJoinedIn(block, block.Letters | others);
            }
        }
        return new LetterSigns(alone, mixed, joined);
    }

    private static bool AreAlone(ulong letters) => BitOperations.PopCount(letters & ~(letters << 1) & ~(letters >> 1)) >= FewestAlone;

    // By the tables of the engine, as what puts letters together sees them: another version of Unicode would hide some from it.
    private static bool IsLetter(char unit) => CharacterTables.IsWord(unit) && !WordBreakState.IsSkipped(WordBreakState.ClassOf(unit));

    private static bool AreJoinedIn(in UnitBlock block, ulong letters)
    {
        var behind = letters << 1 & ~letters;
        // A sign between spaces, as in `this | that`, counts too.
        var (digits, spaces) = (block.Digits, block.Spaces);
        var between = BitOperations.PopCount(spaces << 1 & ~(letters | digits | spaces) & spaces >> 1);
        var signs = BitOperations.PopCount(behind & ~(digits | spaces)) + between;
        return signs >= FewestJoined && signs > BitOperations.PopCount(behind & spaces) - between;
    }
}
