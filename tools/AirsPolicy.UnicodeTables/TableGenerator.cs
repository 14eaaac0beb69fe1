namespace AirsPolicy.UnicodeTables;

/// <summary>The whole set of generated files. The same inputs give the same bytes.</summary>
internal static class TableGenerator
{
    public static IReadOnlyList<(string Name, string Text)> Generate(string databaseFolder, string confusablesFile)
    {
        var database = CharacterDatabase.Read(databaseFolder);
        return [.. FromDatabase(database), FoldTables.Generate(database, confusablesFile)];
    }

    /// <summary>The files that need nothing but the database.</summary>
    public static IReadOnlyList<(string Name, string Text)> FromDatabase(CharacterDatabase database) =>
    [
        ClassTables.Generate(database),
        CaseTables.Generate(database),
        RangeTables.Generate(database),
        CompositionTables.Generate(database),
        WordBreakTables.Generate(database),
    ];
}
