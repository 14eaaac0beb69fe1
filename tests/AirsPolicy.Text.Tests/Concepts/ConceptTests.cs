using AirsPolicy.DetectorTraining;
using AirsPolicy.Text.Concepts;
using AirsPolicy.Text.Views;

namespace AirsPolicy.Text.Tests.Concepts;

public class ConceptTests
{
    private static readonly string s_lists = RepositoryFile("tools", "AirsPolicy.DetectorTraining", "Concepts");

    public static TheoryData<string> Languages => [.. DetectorTraining.Concepts.Languages(s_lists)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Each_language_has_the_same_concepts_in_the_same_order(string language) =>
        Assert.Equal(
            DetectorTraining.Concepts.Lines(s_lists, "en").Select(line => line.Concept),
            DetectorTraining.Concepts.Lines(s_lists, language).Select(line => line.Concept));

    [Fact]
    public void The_table_that_ships_is_that_of_the_lists()
    {
        using var stream = typeof(ConceptTable).Assembly.GetManifestResourceStream("AirsPolicy.Text.Concepts.concepts.bin")!;
        var shipped = new byte[stream.Length];
        stream.ReadExactly(shipped);
        Assert.True(DetectorTraining.Concepts.Write(s_lists).AsSpan().SequenceEqual(shipped), "Make the table anew: --concepts FILE.");
    }

    [Theory]
    [InlineData("Ignore")]
    [InlineData("disregarding")]
    [InlineData("ignorieren")]
    [InlineData("ignorez")]
    [InlineData("\u7121\u8996\u3057\u3066")]
    [InlineData("игнорируй")]
    [InlineData("B\u1ECF qua")]
    [InlineData("\uBB34\uC2DC\uD558\uACE0")]
    public void Words_of_one_idea_are_one_concept_in_every_language(string text) => Assert.Equal("ignore", ConceptOf(text));

    [Fact]
    public void The_article_and_the_letters_that_Arabic_writes_with_a_word_are_skipped() =>
        Assert.Equal(ConceptOf("\u062A\u0639\u0644\u064A\u0645\u0627\u062A"), ConceptOf("\u0648\u0627\u0644\u062A\u0639\u0644\u064A\u0645\u0627\u062A"));

    [Fact]
    public void A_word_is_what_the_longest_entry_says_and_a_phrase_more_than_its_words()
    {
        var table = Table(("for*", 1), ("forget*", 2), ("forge", 3), ("from_now_on", 4), ("from", 5));
        (int, int) At(string text) => new ConceptReader(table, new ulong[ConceptReader.Cells]).AtWord(text, text.IndexOf(' ') is var end and > 0 ? end : text.Length);
        Assert.Equal((1, 5), At("forty"));
        Assert.Equal((2, 10), At("forgetting"));
        Assert.Equal((3, 5), At("forge"));
        Assert.Equal((4, 11), At("from now on it"));
        Assert.Equal((5, 4), At("from now it"));
        Assert.Equal((ConceptTable.None, 3), At("fox"));
    }

    [Fact]
    public void A_word_without_end_is_looked_at_no_further_than_the_longest_entry() =>
        Assert.Equal(
            (ConceptTable.None, 1_000_000),
            new ConceptReader(ConceptTable.Shipped, new ulong[ConceptReader.Cells]).AtWord(new string('q', 1_000_000), 1_000_000));

    private static ConceptTable Table(params (string Word, ushort Concept)[] words)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var most = words.Max(word => word.Concept);
            File.WriteAllLines(
                Path.Combine(folder.FullName, "en.txt"),
                Enumerable.Range(0, most + 1)
                    .Select(number => $"c{number}: {string.Join(' ', words.Where(word => word.Concept == number).Select(word => word.Word))}"));
            return ConceptTable.Read(DetectorTraining.Concepts.Write(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string? ConceptOf(string text)
    {
        var folded = Folding.Fold(text);
        var reader = new ConceptReader(ConceptTable.Shipped, new ulong[ConceptReader.Cells]);
        var end = folded.IndexOf(' ');
        var (concept, _) = folded[0] >= '\u3040' && folded[0] < '\uAC00'
            ? reader.AtStartOf(folded)
            : reader.AtWord(folded, end < 0 ? folded.Length : end);
        return concept == ConceptTable.None ? null : DetectorTraining.Concepts.Lines(s_lists, "en").ElementAt(concept).Concept;
    }

    private static string RepositoryFile(params string[] parts)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "AirsPolicy.sln"))) folder = folder.Parent!;
        return Path.Combine([folder.FullName, .. parts]);
    }
}
