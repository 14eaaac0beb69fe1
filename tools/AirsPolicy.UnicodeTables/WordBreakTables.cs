namespace AirsPolicy.UnicodeTables;

/// <summary>Word_Break of each code point, with Extended_Pictographic in the high bit.</summary>
internal static class WordBreakTables
{
    // In the order of AirsPolicy.Text.Unicode.WordBreakClass.
    private static readonly string[] s_classes =
    [
        "Other", "CR", "LF", "Newline", "Extend", "ZWJ", "Format", "Regional_Indicator", "Katakana", "Hebrew_Letter", "ALetter",
        "Single_Quote", "Double_Quote", "MidNumLet", "MidLetter", "MidNum", "Numeric", "ExtendNumLet", "WSegSpace",
    ];

    public static (string Name, string Text) Generate(CharacterDatabase database)
    {
        var classes = database.Values(Path.Combine("auxiliary", "WordBreakProperty.txt"), "Other");
        var pictographic = database.Having(Path.Combine("emoji", "emoji-data.txt"), "Extended_Pictographic");
        var writer = new TableWriter("WordBreakTable", "Word_Break classes.", database.Version, "WordBreakProperty and emoji-data");
        writer.TwoStage("Class", TwoStageTable.Of(codePoint =>
            Array.IndexOf(s_classes, classes[codePoint]) | (pictographic[codePoint] ? 0x80 : 0)));
        return (writer.Name, writer.Finish());
    }
}
