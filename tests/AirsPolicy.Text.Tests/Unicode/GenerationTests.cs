using AirsPolicy.UnicodeTables;

namespace AirsPolicy.Text.Tests.Unicode;

public class GenerationTests
{
    [UnicodeDatabaseFact]
    public void The_tables_of_the_database_are_generated_again_byte_by_byte() =>
        AssertCommitted(TableGenerator.FromDatabase(CharacterDatabase.Read(UnicodeDatabaseFactAttribute.Folder)));

    [EvaluationDataFact("unicode/confusables.tsv")]
    public void The_folding_table_is_generated_again_byte_by_byte() =>
        AssertCommitted([FoldTables.Generate(
            CharacterDatabase.Read(UnicodeDatabaseFactAttribute.Folder),
            EvaluationDataFactAttribute.PathOf("unicode/confusables.tsv"))]);

    private static void AssertCommitted(IReadOnlyList<(string Name, string Text)> files)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "AirsPolicy.sln"))) root = root.Parent;
        Assert.NotNull(root);
        Assert.NotEmpty(files);
        foreach (var (name, text) in files)
        {
            var committed = File.ReadAllText(Path.Combine(root.FullName, "runtime", "AirsPolicy.Text", "Unicode", name));
            Assert.True(committed == text, $"'{name}' differs from what the generator writes.");
        }
    }
}
