namespace AirsPolicy.Text.Patterns.Matching;

/// <summary>
/// Asks one pattern one thing: whether a text has a match. Text of ASCII takes one look into a table for each character; text with other
/// characters, and patterns whose table would be too large, take the simulation. Unchanging, for any number of threads.
/// </summary>
internal sealed class PatternTest(Pattern pattern)
{
    private readonly PatternTable? _table = PatternTable.Of(pattern.Program);

    /// <summary>How many steps a text of that length takes at most, in units of 64 characters for each instruction.</summary>
    public long StepsOf(int length) => (long)length * pattern.InstructionCount / 64;

    /// <summary>Whether the text has a match anywhere, the empty one included.</summary>
    public bool IsMatch(ReadOnlySpan<char> text, PatternScratch scratch) =>
        _table is { } table && table.TryMatch(text, out var isMatch) ? isMatch : pattern.IsMatch(text, scratch);
}
