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

    public void Dispose() => _folder.Dispose();

    private static string? Value(XElement element, string name) => element.Attribute(name)?.Value;
}
