namespace AirsPolicy.UnicodeTables;

/// <summary>Sorted inclusive ranges of classes, general categories and scripts, and the script of every code point.</summary>
internal static class RangeTables
{
    public static (string Name, string Text) Generate(CharacterDatabase database)
    {
        var writer = new TableWriter("RangeTable", "Ranges of classes, general categories and scripts.", database.Version,
            "UnicodeData, PropList, DerivedCoreProperties, Scripts and PropertyValueAliases");
        var word = ClassTables.Word(database);
        var space = database.Having("PropList.txt", "White_Space");
        writer.Numbers("Word", "int", Ranges(codePoint => word[codePoint]));
        writer.Numbers("Digit", "int", Ranges(codePoint => database.DigitValue[codePoint] >= 0));
        writer.Numbers("Space", "int", Ranges(codePoint => space[codePoint]));
        NamedRanges(database, writer);

        var scripts = database.Script.Distinct().Order(StringComparer.Ordinal).ToList();
        writer.Texts("Scripts", scripts);
        var numbers = scripts.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        writer.TwoStage("Script", TwoStageTable.Of(codePoint => numbers[database.Script[codePoint]]));
        return (writer.Name, writer.Finish());
    }

    private static void NamedRanges(CharacterDatabase database, TableWriter writer)
    {
        var ranges = new List<int>();
        var places = new SortedDictionary<string, (int Start, int Length)>(StringComparer.Ordinal);
        foreach (var (property, shortName, longName) in database.Aliases)
        {
            var content = property == "sc"
                ? Ranges(codePoint => database.Script[codePoint] == longName)
                : Ranges(codePoint => IsIn(database.Category[codePoint], shortName));
            if (content.Count == 0) continue;
            places[shortName] = places[longName] = (ranges.Count, content.Count);
            ranges.AddRange(content);
        }
        writer.Texts("Names", places.Keys);
        writer.Numbers("NamePlaces", "int", [.. places.Values.SelectMany(place => new[] { place.Start, place.Length })]);
        writer.Numbers("Named", "int", ranges);
    }

    private static bool IsIn(string category, string name) =>
        name == "LC" ? category is "Lu" or "Ll" or "Lt" : category.StartsWith(name, StringComparison.Ordinal);

    private static List<int> Ranges(Func<int, bool> contains)
    {
        var ranges = new List<int>();
        for (var codePoint = 0; codePoint < CharacterDatabase.CodePointCount; codePoint++)
        {
            if (!contains(codePoint)) continue;
            if (ranges.Count > 0 && ranges[^1] == codePoint - 1) ranges[^1] = codePoint;
            else ranges.AddRange([codePoint, codePoint]);
        }
        return ranges;
    }
}
