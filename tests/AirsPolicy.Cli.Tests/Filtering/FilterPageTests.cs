using System.Text.RegularExpressions;
using AirsPolicy.Cli.Auditing;
using AirsPolicy.Cli.Deciding;
using AirsPolicy.Cli.Filtering;
using AirsPolicy.Cli.Reviewing;
using AirsPolicy.Language.Tests.Corpus;

namespace AirsPolicy.Cli.Tests.Filtering;

public partial class FilterPageTests
{
    private static readonly string s_page = File.ReadAllText(Path.Combine(RepositoryFolder.Root, "docs", "reference", "filters.md"));

    public static TheoryData<string> Kinds => ["waiting", "replayed", "recorded"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_filter_on_the_page_can_be_read(string kind)
    {
        var blocks = Blocks().Matches(s_page).Where(block => block.Groups[1].Value == kind).ToList();
        Assert.NotEmpty(blocks);
        foreach (var line in blocks.SelectMany(block => block.Groups[2].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)))
        {
            FilterParser.Read(line, SchemaOf(kind), out var mistake);
            Assert.True(mistake is null, $"{line}: {mistake?.Message}");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_field_is_on_the_page(string kind) =>
        Assert.All(SchemaOf(kind).Fields, field => Assert.Matches($"(?m)^\\|.*`{field.Name}`.*\\|", s_page));

    [Fact]
    public void Every_word_and_sign_is_on_the_page() =>
        Assert.All(
            FilterWords.Reserved.Concat(FilterWords.Signs.Keys),
            word => Assert.Matches($"`[^`]*{Regex.Escape(word)}[^`]*`", s_page));

    [Fact]
    public void The_mistake_on_the_page_is_the_one_that_is_made()
    {
        var run = CliRun.Of("review", "airs-nobody-here", "--where", "prioritty == urgent");
        Assert.Contains($"```text\n{run.Error}```", s_page, StringComparison.Ordinal);
    }

    private static FilterSchema SchemaOf(string kind) => kind switch
    {
        "waiting" => WaitingFields.Schema(TimeProvider.System),
        "replayed" => ReplayedFields.Schema,
        _ => RecordFields.Schema,
    };

    [GeneratedRegex("^```filter ([a-z]+)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
