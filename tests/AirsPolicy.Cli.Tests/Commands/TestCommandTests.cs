using System.Text.Json;
using System.Xml.Linq;
using AirsPolicy.Cli.Console;

namespace AirsPolicy.Cli.Tests.Commands;

public sealed class TestCommandTests : IDisposable
{
    private const string Policy = """
        policy shop
        system s { owner "o" }
        control short "Short questions" { at input  when length(text) > 5 then block "Shorter, please." }

        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Tests_that_pass_are_named_and_counted()
    {
        _folder.Write("a.airs", Policy + "test \"Short is fine\" { given input \"hi\"  expect allow }\n");
        var run = CliRun.Of("test", _folder.Path);
        Assert.Equal("shop\n  ok    Short is fine\n\n1 passed in 1 package\n", run.Out);
        Assert.Equal(ExitCode.Clean, run.Code);
    }

    [Fact]
    public void A_test_that_fails_shows_the_expectation_and_the_decision()
    {
        var file = _folder.Write("a.airs", Policy + "test \"Long is fine\" {\n  given input \"too long\"\n  expect allow\n}\n");
        var run = CliRun.Of("test", _folder.Path);
        Assert.Equal(ExitCode.Findings, run.Code);
        Assert.Contains("  FAIL  Long is fine\n", run.Out, StringComparison.Ordinal);
        Assert.Contains(
            $"    {file}:6:10: Expected allow, but the decision is block saying \"Shorter, please.\"",
            run.Out,
            StringComparison.Ordinal);
        Assert.Contains("6 |   expect allow\n  |          ^^^^^\n", run.Out, StringComparison.Ordinal);
        Assert.EndsWith("1 failed in 1 package\n", run.Out.Replace("0 passed, ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_known_gap_is_named_and_does_not_fail()
    {
        _folder.Write("a.airs", Policy + "test \"Long is fine\" known gap { given input \"too long\"  expect allow }\n");
        var run = CliRun.Of("test", _folder.Path);
        Assert.Equal(ExitCode.Clean, run.Code);
        Assert.Contains("  gap   Long is fine\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("1 known gap", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_build_is_not_tested_and_fails()
    {
        _folder.Write("a.airs", Policy.Replace("length", "lenght", StringComparison.Ordinal));
        _folder.Write(
            "b/b.airs",
            Policy.Replace("policy shop", "policy other", StringComparison.Ordinal)
                + "test \"Short\" { given input \"hi\"  expect allow }\n");
        var run = CliRun.Of("test", _folder.Path);
        Assert.Equal(ExitCode.Findings, run.Code);
        Assert.Contains("'lenght'", run.Out, StringComparison.Ordinal);
        Assert.Contains("  ok    Short\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_and_what_is_open_are_written_as_markdown()
    {
        _folder.Write("a.airs", Policy + """
            test "Short is fine" { given input "hi"  expect allow }
            test "Bad" { given input "hi"  expect block }

            """);
        var file = _folder.PathOf("summary.md");
        var run = CliRun.Of("test", _folder.Path, "--coverage", "--markdown", file);
        Assert.Equal(ExitCode.Findings, run.Code);
        var text = File.ReadAllText(file);
        Assert.StartsWith("### Tests of policies\n\n| package | tests |", text, StringComparison.Ordinal);
        Assert.Contains("\n| `shop` | 1 of 2 passed, **1 failed** | 0 of 1 (0%) | 1 of 2 (50%) | – |\n", text, StringComparison.Ordinal);
        Assert.Contains("```text\nshop\n  FAIL  Bad\n", text, StringComparison.Ordinal);
        Assert.Contains("never matches\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Results_are_written_as_junit_xml()
    {
        _folder.Write("a.airs", Policy + """
            test "Good" { given input "hi"  expect allow }
            test "Bad <&> \u{7}" { given input "hi"  expect block }
            test "Gap" known gap { given input "hi"  expect block }

            """);
        var report = _folder.PathOf("tests.xml");
        var run = CliRun.Of("test", _folder.Path, "--junit", report);
        Assert.Equal(ExitCode.Findings, run.Code);
        var suite = XDocument.Load(report).Root!.Element("testsuite")!;
        Assert.Equal(
            ("shop", "3", "1", "1"),
            (Value(suite, "name"), Value(suite, "tests"), Value(suite, "failures"), Value(suite, "skipped")));
        var cases = suite.Elements("testcase").ToList();
        Assert.Equal(["Good", "Bad <&> <U+0007>", "Gap"], cases.Select(test => Value(test, "name")));
        Assert.Contains("Expected block", Value(cases[1].Element("failure")!, "message"), StringComparison.Ordinal);
        Assert.NotNull(cases[2].Element("skipped"));
        Assert.Empty(cases[0].Elements());
    }

    [Fact]
    public void The_file_of_a_case_in_junit_xml_is_its_path()
    {
        var file = _folder.Write("policies/a.airs", Policy + "test \"Bad\" { given input \"hi\"  expect block }\n");
        var report = _folder.PathOf("tests.xml");
        CliRun.Of("test", _folder.PathOf("policies"), "--junit", report);
        var test = Assert.Single(XDocument.Load(report).Root!.Descendants("testcase"));
        Assert.Equal(file, Value(test, "file"));
        Assert.StartsWith($"{file}:4:", test.Element("failure")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_filter_runs_the_tests_that_have_it_in_their_title()
    {
        _folder.Write(
            "a.airs",
            Policy
                + "test \"Short is fine\" { given input \"hi\"  expect allow }\ntest \"Long is not\" { given input \"too long\"  expect allow }\n"
        );
        var run = CliRun.Of("test", _folder.Path, "--filter", "SHORT");
        Assert.Equal("shop\n  ok    Short is fine\n\n1 passed in 1 package\n", run.Out);
        Assert.Equal(ExitCode.Clean, run.Code);
    }

    [Theory]
    [InlineData("--filter", "shrt")]
    [InlineData("--filter", "Short", "--mutate")]
    [InlineData("--filter", "Short", "--coverage", "--threshold", "90")]
    public void A_filter_that_finds_no_test_or_is_given_where_all_are_asked_is_wrong_usage(params string[] options)
    {
        _folder.Write("a.airs", Policy + "test \"Short is fine\" { given input \"hi\"  expect allow }\n");
        var run = CliRun.Of(["test", _folder.Path, .. options]);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Empty(run.Out);
    }

    [Fact]
    public void Results_are_given_as_one_json_document()
    {
        var file = _folder.Write(
            "a.airs",
            Policy + "test \"Good\" { given input \"hi\"  expect allow }\ntest \"Bad\" { given input \"hi\"  expect block }\n");
        var run = CliRun.Of("test", _folder.Path, "--json", "--coverage");
        Assert.Equal(ExitCode.Findings, run.Code);
        Assert.Empty(run.Error);
        using var json = JsonDocument.Parse(run.Out);
        var root = json.RootElement;
        Assert.Equal((1, 1, 0, 0), (Number(root, "passed"), Number(root, "failed"), Number(root, "knownGaps"), Number(root, "errors")));
        var package = Assert.Single(root.GetProperty("packages").EnumerateArray());
        Assert.Equal(["Good passed 4", "Bad failed 5"], package.GetProperty("tests").EnumerateArray()
            .Select(test => $"{test.GetProperty("title")} {test.GetProperty("verdict")} {test.GetProperty("line")}"));
        var finding = Assert.Single(package.GetProperty("tests")[1].GetProperty("findings").EnumerateArray());
        Assert.Equal(file, finding.GetProperty("path").GetString());
        Assert.StartsWith("Expected block", finding.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            (0, 1),
            (
                Number(package.GetProperty("coverage").GetProperty("rules"), "covered"),
                Number(package.GetProperty("coverage").GetProperty("rules"), "all")));
    }

    [Fact]
    public void What_does_not_build_and_what_no_test_notices_stand_in_the_json_document()
    {
        _folder.Write("a.airs", Policy + "test \"Good\" { given input \"hi\"  expect allow  given input \"too long\"  expect block }\n");
        _folder.Write("b/b.airs", "policy other\nsystem s { owner \"o\" }\nlet a = lenght(\"x\")\n");
        var run = CliRun.Of("test", _folder.Path, "--json", "--mutate");
        Assert.Equal(ExitCode.Findings, run.Code);
        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal(1, Number(json.RootElement, "errors"));
        var mutation = json.RootElement.GetProperty("packages")[0].GetProperty("mutation");
        Assert.Equal((2, 3), (Number(mutation, "covered"), Number(mutation, "all")));
        Assert.Equal("compares by '>='", mutation.GetProperty("survived")[0].GetProperty("change").GetString());
    }

    [Fact]
    public void A_report_that_cannot_be_written_is_wrong_usage()
    {
        _folder.Write("a.airs", Policy);
        Assert.Equal(ExitCode.Usage, CliRun.Of("test", _folder.Path, "--junit", _folder.PathOf("no/such/folder/t.xml")).Code);
    }

    [Fact]
    public void Coverage_says_what_no_test_has_seen_with_its_line()
    {
        var file = _folder.Write("a.airs", Policy + "test \"Short is fine\" { given input \"hi\"  expect allow }\n");
        var run = CliRun.Of("test", _folder.Path, "--coverage");
        Assert.Contains(
            "  coverage  controls 0 of 1 (0%), rules 0 of 1 (0%), conditions 1 of 2 (50%)\n",
            run.Out,
            StringComparison.Ordinal);
        Assert.Contains($"    {file}:3:45: a rule of 'shop.short' that never matches\n", run.Out, StringComparison.Ordinal);
        Assert.Contains($"    {file}:3:50: 'length(text) > 5' never holds\n", run.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Clean, run.Code);
    }

    [Fact]
    public void Mutation_says_which_changes_no_test_notices()
    {
        var file = _folder.Write(
            "a.airs",
            Policy + "test \"Short is fine\" { given input \"hi\"  expect allow  given input \"too long\"  expect block }\n");
        var run = CliRun.Of("test", _folder.Path, "--mutate");
        Assert.Contains("  mutation  2 of 3 changes are noticed (66.6%)\n", run.Out, StringComparison.Ordinal);
        Assert.Contains(
            $"    {file}:3:50: 'length(text) > 5' compares by '>=', and 1 test does not notice\n",
            run.Out,
            StringComparison.Ordinal);
        Assert.Equal(ExitCode.Clean, run.Code);
    }

    [Fact]
    public void A_package_below_the_threshold_fails_and_says_by_what()
    {
        _folder.Write(
            "a.airs",
            Policy + "test \"Short is fine\" { given input \"hi\"  expect allow  given input \"too long\"  expect block }\n");
        var run = CliRun.Of("test", _folder.Path, "--coverage", "--mutate", "--threshold", "90");
        Assert.Contains("shop: 66.6% of the changes are noticed, where at least 90% are asked for\n", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("of the rules", run.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Findings, run.Code);
        Assert.Equal(ExitCode.Clean, CliRun.Of("test", _folder.Path, "--coverage", "--mutate", "--threshold", "60%").Code);
        Assert.Equal(ExitCode.Usage, CliRun.Of("test", _folder.Path, "--coverage", "--threshold", "much").Code);
    }

    [Fact]
    public void A_threshold_holds_though_nobody_asks_for_coverage()
    {
        _folder.Write("a.airs", Policy + "test \"Short is fine\" { given input \"hi\"  expect allow }\n");
        var run = CliRun.Of("test", _folder.Path, "--threshold", "90");
        Assert.Contains("shop: 0% of the rules have matched, where at least 90% are asked for\n", run.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Findings, run.Code);
    }

    [Fact]
    public void A_policy_without_tests_has_none_of_its_changes_noticed()
    {
        _folder.Write("a.airs", Policy);
        var run = CliRun.Of("test", _folder.Path, "--mutate", "--threshold", "1");
        Assert.Contains("shop: 0% of the changes are noticed, where at least 1% are asked for\n", run.Out, StringComparison.Ordinal);
        Assert.Contains(", and no test asks it\n", run.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Findings, run.Code);
        Assert.Equal(ExitCode.Clean, CliRun.Of("test", _folder.Path, "--mutate").Code);
    }

    [Fact]
    public void Coverage_is_written_as_cobertura_xml()
    {
        var file = _folder.Write("a.airs", Policy + "test \"Short is fine\" { given input \"hi\"  expect allow }\n");
        var report = _folder.PathOf("coverage.xml");
        Assert.Equal(ExitCode.Clean, CliRun.Of("test", _folder.Path, "--cobertura", report).Code);
        var root = XDocument.Load(report).Root!;
        Assert.Equal(("0", "0.5"), (Value(root, "line-rate"), Value(root, "branch-rate")));
        var control = Assert.Single(root.Descendants("class"));
        Assert.Equal(("shop.short", file), (Value(control, "name"), Value(control, "filename")));
        var line = Assert.Single(control.Descendants("line"));
        Assert.Equal(("3", "0", "50% (1/2)"), (Value(line, "number"), Value(line, "hits"), Value(line, "condition-coverage")));
    }

    public void Dispose() => _folder.Dispose();

    private static int Number(JsonElement json, string name) => json.GetProperty(name).GetInt32();

    private static string? Value(XElement element, string name) => element.Attribute(name)?.Value;
}
