namespace AirsPolicy.UnicodeTables;

/// <summary>
/// The primary composites: pairs in order of first and second code point, and what they compose to. Hangul is arithmetic.
/// </summary>
internal static class CompositionTables
{
    public static (string Name, string Text) Generate(CharacterDatabase database)
    {
        var pairs = Pairs(database);
        var writer = new TableWriter("CompositionTable", "Canonical composition of pairs.", database.Version,
            "UnicodeData and DerivedNormalizationProps");
        writer.Numbers("First", "int", [.. pairs.Select(pair => pair.First)]);
        writer.Numbers("Second", "int", [.. pairs.Select(pair => pair.Second)]);
        writer.Numbers("Composite", "int", [.. pairs.Select(pair => pair.Composite)]);
        return (writer.Name, writer.Finish());
    }

    public static List<(int First, int Second, int Composite)> Pairs(CharacterDatabase database)
    {
        var excluded = database.Having("DerivedNormalizationProps.txt", "Full_Composition_Exclusion");
        return [.. database.Decomposition
            .Where(pair => pair.Value is { Canonical: true, Mapping.Length: 2 } && !excluded[pair.Key])
            .Select(pair => (First: pair.Value.Mapping[0], Second: pair.Value.Mapping[1], Composite: pair.Key))
            .OrderBy(pair => pair.First).ThenBy(pair => pair.Second)];
    }
}
