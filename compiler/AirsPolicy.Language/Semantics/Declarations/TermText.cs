using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Language.Semantics.Declarations;

/// <summary>What a quoted term of a detector needs.</summary>
internal static class TermText
{
    /// <summary>Whether a text has a word to be found.</summary>
    public static bool HasWord(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (CharacterTables.IsWord(rune.Value))
                return true;
        }
        return false;
    }
}
