using System.Text.Json;
using Xunit;

namespace AirsPolicy.Cli.Tests.Commands;

public sealed class CheckCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_finding_shows_its_place_its_line_what_is_meant_and_its_fix()
    {
        var file = _folder.Write("a.airs", "library shop\n\ncontrl x {\n\tat input\n\talways flag\n}\n");
        var run = CliRun.Of("check", file);
        Assert.Equal(ExitCode.Findings, run.Code);
        Assert.StartsWith(
            $"{file}:3:1: error AIRS1101: 'contrl' is not known at the top of a file. Did you mean 'control'?\n" +
            "  |\n3 | contrl x {\n  | ^^^^^^\n  fix: Write 'control'\n\n", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2027-01-31", ExitCode.Clean, "")]
    [InlineData("2027-02-01", ExitCode.Findings, "warning AIRS6025")]
    [InlineData("2027-03-03", ExitCode.Findings, "warning AIRS6025")]
    [InlineData("2027-03-04", ExitCode.Findings, "error AIRS6024")]
    public void Dates_are_judged_as_of_the_day_that_is_asked_for(string day, int code, string finding)
    {
        var file = _folder.Write("a.airs", """
            policy shop
            system s { owner "ops" }
            control c { at input  always flag }
            waive c because "trial" approved by "ciso" until 2027-03-03

            """);
        var run = CliRun.Of("check", file, "--as-of", day);
        Assert.Equal(code, run.Code);
        Assert.Contains(finding, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_that_is_none_is_said_to_be_so()
    {
        var run = CliRun.Of("check", _folder.Write("a.airs", "library shop\n"), "--as-of", "soon");
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("'soon' is no day", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_are_given_as_json_on_one_document()
    {
        var file = _folder.Write("a.airs", "library shop\ncontrl x { at input  always flag }\n");
        var run = CliRun.Of("check", file, "--format", "json");
        Assert.Equal(ExitCode.Findings, run.Code);
        using var json = JsonDocument.Parse(run.Out);
        var first = json.RootElement.GetProperty("diagnostics")[0];
        Assert.Equal("AIRS1101", first.GetProperty("code").GetString());
        Assert.Equal("error", first.GetProperty("severity").GetString());
        Assert.Equal(file, first.GetProperty("path").GetString());
        Assert.Equal(2, first.GetProperty("start").GetProperty("line").GetInt32());
        Assert.Equal(7, first.GetProperty("end").GetProperty("column").GetInt32());
        Assert.Equal("control", first.GetProperty("fixes")[0].GetProperty("edits")[0].GetProperty("newText").GetString());
        Assert.Equal(0, json.RootElement.GetProperty("warnings").GetInt32());
    }

    [Fact]
    public void Findings_are_given_as_a_sarif_log()
    {
        _folder.Write("dir with space/a.airs", "library shop\ncontrl x { at input  always flag }\n");
        var run = CliRun.Of("check", _folder.Path, "--format", "sarif");
        Assert.Equal(ExitCode.Findings, run.Code);
        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal("2.1.0", json.RootElement.GetProperty("version").GetString());
        var log = json.RootElement.GetProperty("runs")[0];
        var result = log.GetProperty("results")[0];
        var rule = log.GetProperty("tool").GetProperty("driver").GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()];
        Assert.Equal(result.GetProperty("ruleId").GetString(), rule.GetProperty("id").GetString());
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.EndsWith("/dir%20with%20space/a.airs", place.GetProperty("artifactLocation").GetProperty("uri").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, place.GetProperty("region").GetProperty("startLine").GetInt32());
        Assert.Equal("control", result.GetProperty("fixes")[0].GetProperty("artifactChanges")[0].GetProperty("replacements")[0]
            .GetProperty("insertedContent").GetProperty("text").GetString());
    }

    [Fact]
    public void Nothing_to_report_is_clean_in_every_format()
    {
        _folder.Write("a.airs", "library shop.baseline\n");
        Assert.Equal("ok: 1 file checked\n", CliRun.Of("check", _folder.Path).Out);
        using var json = JsonDocument.Parse(CliRun.Of("check", _folder.Path, "--format", "json").Out);
        Assert.Empty(json.RootElement.GetProperty("diagnostics").EnumerateArray());
        using var sarif = JsonDocument.Parse(CliRun.Of("check", _folder.Path, "--format", "sarif").Out);
        Assert.Empty(sarif.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray());
        Assert.Equal(ExitCode.Clean, CliRun.Of("check", _folder.Path).Code);
    }

    [Fact]
    public void A_file_that_cannot_be_used_is_one_finding_without_a_source_line()
    {
        var huge = _folder.PathOf("huge.airs");
        using (var file = File.Create(huge))
            file.SetLength(100 << 20);
        var run = CliRun.Of("check", _folder.Path);
        Assert.Equal(ExitCode.Findings, run.Code);
        Assert.Equal($"{huge}: error AIRS2901: The file is larger than 8 MiB, the most that a policy file may be.\n\n1 error in no file\n", run.Out);
        Assert.Equal(ExitCode.Findings, CliRun.Of("check", _folder.Path, "--format", "sarif").Code);
    }

    [Fact]
    public void Ten_thousand_nested_parentheses_are_one_finding()
    {
        _folder.Write("a.airs", $"library deep\nlet x = {new string('(', 10_000)}1{new string(')', 10_000)}\n");
        var run = CliRun.Of("check", _folder.Path);
        Assert.Equal(ExitCode.Findings, run.Code);
        Assert.EndsWith("1 error in 1 file\n", run.Out, StringComparison.Ordinal);
        Assert.InRange(run.Out.Length, 1, 2_000);
    }

    [Fact]
    public void What_stands_in_a_library_folder_is_read_and_its_problems_are_reported()
    {
        _folder.Write("policies/a.airs", "library shop.baseline\n");
        _folder.Write("shared/b.airs", "");
        var run = CliRun.Of("check", _folder.PathOf("policies"), "--library", _folder.PathOf("shared"));
        Assert.Equal(ExitCode.Findings, run.Code);
        Assert.Contains("b.airs", run.Out, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
