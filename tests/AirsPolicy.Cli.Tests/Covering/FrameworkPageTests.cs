using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Covering;
using AirsPolicy.Language.Tests.Corpus;

namespace AirsPolicy.Cli.Tests.Covering;

/// <summary>What the library and the examples carry of the framework: counted by the command, listed on a page.</summary>
public sealed class FrameworkPageTests
{
    private static readonly string s_root = RepositoryFolder.Root;

    private static readonly Lazy<JsonElement> s_coverage = new(static () =>
    {
        var run = CliRun.Of("coverage", Path.Join(s_root, "policies"), "--json");
        Assert.True(run.Code == ExitCode.Clean, run.Error);
        return JsonElement.Parse(run.Out);
    });

    [Theory]
    [InlineData("PD", 0)]
    [InlineData("RT", 0)]
    [InlineData("EX", 0)]
    [InlineData("L", 0)]
    public void No_case_of_the_framework_is_left_open(string prefix, int open) => Assert.True(
        Cases(prefix).Count(each => State(each) == "open") <= open,
        $"Open: {string.Join(", ", Cases(prefix).Where(each => State(each) == "open").Select(Id))}");

    [Fact]
    public void What_is_decided_at_run_time_or_by_the_build_some_control_of_the_library_carries()
    {
        var open = s_coverage.Value.GetProperty("catalogues").EnumerateArray()
            .Where(each => each.GetProperty("catalogue").GetString() is "airs_sdk" or "airs_infrastructure" or "airs_maso"
                or "airs_extraction" or "airs_environment")
            .SelectMany(each => each.GetProperty("open").EnumerateArray().Select(id => id.GetString()));
        Assert.Empty(open);
    }

    [Fact]
    public void What_no_policy_test_can_show_is_shown_by_a_test_that_is_there()
    {
        foreach (var each in CaseList.All.SelectMany(list => list.Cases).Where(each => each.ShownBy is not null))
        {
            var (type, method) = (each.ShownBy!.Split('.')[0], each.ShownBy.Split('.')[1]);
            var files = Directory.EnumerateFiles(Path.Join(s_root, "tests"), $"{type}.cs", SearchOption.AllDirectories);
            Assert.True(
                files.Any(file => File.ReadAllText(file).Contains($" {method}(", StringComparison.Ordinal)),
                $"{each.Id} is shown by '{each.ShownBy}', and there is no such test.");
        }
    }

    [Fact]
    public void A_page_lists_where_each_case_of_the_framework_lives()
    {
        const string Begin = "<!-- cases:begin -->\n", End = "<!-- cases:end -->";
        var path = Path.Join(s_root, "docs", "reference", "framework.md");
        var page = File.ReadAllText(path);
        var written = string.Concat(
            page.AsSpan(0, page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length), Lists(),
            page.AsSpan(page.IndexOf(End, StringComparison.Ordinal)));
        if (Environment.GetEnvironmentVariable("AIRS_UPDATE_DOCS") == "1")
            File.WriteAllText(path, written);
        else
            Assert.True(page == written, "docs/reference/framework.md is stale; run this test once with AIRS_UPDATE_DOCS=1.");
    }

    private static string Lists()
    {
        var text = new StringBuilder();
        foreach (var list in CaseList.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {list.Title}\n\n| id | shown by |\n|---|---|\n");
            foreach (var each in Cases(list.Cases[0].Id[..list.Cases[0].Id.IndexOf('-', StringComparison.Ordinal)]))
                text.Append(CultureInfo.InvariantCulture, $"| `{Id(each)}` | {Where(each)} |\n");
        }
        return $"{text}\n";
    }

    private static string Where(JsonElement each)
    {
        var tests = each.GetProperty("tests").EnumerateArray().Select(test => Cell(test.GetString()!)).ToList();
        if (each.TryGetProperty("shown_by", out var outside))
            tests.Add($"`{outside.GetString()}`");
        var words = string.Join("<br>", tests);
        return State(each) switch { "known_gap" => $"known gap: {words}", "open" => "nothing", _ => words };
    }

    private static string Cell(string test)
    {
        var parts = Regex.Match(test, @"^(?<package>[^:]+): [^:]+: (?<title>.*)$");
        return $"`{parts.Groups["package"].Value}`: {parts.Groups["title"].Value.Replace("|", "\\|", StringComparison.Ordinal)}";
    }

    private static IEnumerable<JsonElement> Cases(string prefix) => s_coverage.Value.GetProperty("cases").EnumerateArray()
        .Where(each => Id(each).StartsWith($"{prefix}-", StringComparison.Ordinal));

    private static string Id(JsonElement each) => each.GetProperty("id").GetString()!;

    private static string State(JsonElement each) => each.GetProperty("state").GetString()!;
}
