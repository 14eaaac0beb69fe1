namespace AirsPolicy.UnicodeTables;

/// <summary>The whole set of generated files. The same inputs give the same bytes.</summary>
internal static class TableGenerator
{
    public static IReadOnlyList<(string Name, string Text)> Generate(string databaseFolder, string confusablesFile)
    {
        var database = CharacterDatabase.Read(databaseFolder);
        return
        [
            ClassTables.Generate(database),
            CaseTables.Generate(database),
            RangeTables.Generate(database),
        ];
    }
}
