namespace AirsPolicy.UnicodeTables;

/// <summary>
/// One byte per code point: bits for word, space, bidirectional control and invisible; the high nibble is the digit value plus one.
/// </summary>
internal static class ClassTables
{
    public static (string Name, string Text) Generate(CharacterDatabase database)
    {
        var word = Word(database);
        var space = database.Having("PropList.txt", "White_Space");
        var bidirectional = database.Having("PropList.txt", "Bidi_Control");
        var invisible = Invisible(database);
        var writer = new TableWriter("ClassTable", "Word, space, digit and invisible classes.", database.Version,
            "UnicodeData, PropList and DerivedCoreProperties");
        writer.Constant("string", "UnicodeVersion", $"\"{database.Version}\"");
        writer.TwoStage("Class", TwoStageTable.Of(codePoint =>
            (word[codePoint] ? 1 : 0) | (space[codePoint] ? 2 : 0) | (bidirectional[codePoint] ? 4 : 0)
            | (invisible[codePoint] ? 8 : 0) | ((database.DigitValue[codePoint] + 1) << 4)));
        return (writer.Name, writer.Finish());
    }

    /// <summary>UTS #18, annex C: \w is Alphabetic, M, Nd, Pc and Join_Control.</summary>
    public static bool[] Word(CharacterDatabase database)
    {
        var alphabetic = database.Having("DerivedCoreProperties.txt", "Alphabetic");
        var joinControl = database.Having("PropList.txt", "Join_Control");
        return [.. Enumerable.Range(0, CharacterDatabase.CodePointCount).Select(codePoint =>
            alphabetic[codePoint] || joinControl[codePoint] || database.Category[codePoint] is "Mn" or "Mc" or "Me" or "Nd" or "Pc")];
    }

    /// <summary>Default_Ignorable_Code_Point (zero-width and tag characters are in it) and the interlinear annotation controls.</summary>
    public static bool[] Invisible(CharacterDatabase database)
    {
        var set = database.Having("DerivedCoreProperties.txt", "Default_Ignorable_Code_Point");
        for (var codePoint = 0xFFF9; codePoint <= 0xFFFB; codePoint++) set[codePoint] = true;
        return set;
    }
}
