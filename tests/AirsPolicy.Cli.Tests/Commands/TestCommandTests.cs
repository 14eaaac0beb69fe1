using System.Xml.Linq;
using Xunit;

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
        Assert.Contains($"    {file}:6:10: Expected allow, but the decision is block saying \"Shorter, please.\"", run.Out, StringComparison.Ordinal);
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
        _folder.Write("b/b.airs", Policy.Replace("policy shop", "policy other", StringComparison.Ordinal) + "test \"Short\" { given input \"hi\"  expect allow }\n");
        var run = CliRun.Of("test", _folder.Path);
        Assert.Equal(ExitCode.Findings, run.Code);
        Assert.Contains("'lenght'", run.Out, StringComparison.Ordinal);
        Assert.Contains("  ok    Short\n", run.Out, StringComparison.Ordinal);
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
        Assert.Equal(("shop", "3", "1", "1"), (Value(suite, "name"), Value(suite, "tests"), Value(suite, "failures"), Value(suite, "skipped")));
        var cases = suite.Elements("testcase").ToList();
        Assert.Equal(["Good", "Bad <&> <U+0007>", "Gap"], cases.Select(test => Value(test, "name")));
        Assert.Contains("Expected block", Value(cases[1].Element("failure")!, "message"), StringComparison.Ordinal);
        Assert.NotNull(cases[2].Element("skipped"));
        Assert.Empty(cases[0].Elements());
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
        Assert.Contains("  coverage  controls 0 of 1 (0%), rules 0 of 1 (0%), conditions 1 of 2 (50%)\n", run.Out, StringComparison.Ordinal);
        Assert.Contains($"    {file}:3:45: a rule of 'shop.short' that never matches\n", run.Out, StringComparison.Ordinal);
        Assert.Contains($"    {file}:3:50: 'length(text) > 5' never holds\n", run.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Clean, run.Code);
    }

    [Fact]
    public void Mutation_says_which_changes_no_test_notices()
    {
        var file = _folder.Write("a.airs", Policy + "test \"Short is fine\" { given input \"hi\"  expect allow  given input \"too long\"  expect block }\n");
        var run = CliRun.Of("test", _folder.Path, "--mutate");
        Assert.Contains("  mutation  2 of 3 changes are noticed (66.6%)\n", run.Out, StringComparison.Ordinal);
        Assert.Contains($"    {file}:3:50: 'length(text) > 5' compares by '>=', and 1 test does not notice\n", run.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Clean, run.Code);
    }

    [Fact]
    public void A_package_below_the_threshold_fails_and_says_by_what()
    {
        _folder.Write("a.airs", Policy + "test \"Short is fine\" { given input \"hi\"  expect allow  given input \"too long\"  expect block }\n");
        var run = CliRun.Of("test", _folder.Path, "--coverage", "--mutate", "--threshold", "90");
        Assert.Contains("shop: 66.6% of the changes are noticed, where at least 90% are asked for\n", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("of the rules", run.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Findings, run.Code);
        Assert.Equal(ExitCode.Clean, CliRun.Of("test", _folder.Path, "--coverage", "--mutate", "--threshold", "60%").Code);
        Assert.Equal(ExitCode.Usage, CliRun.Of("test", _folder.Path, "--coverage", "--threshold", "much").Code);
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

    private static string? Value(XElement element, string name) => element.Attribute(name)?.Value;
}
