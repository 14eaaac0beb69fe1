using System.Text.Json;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Covering;

namespace AirsPolicy.Cli.Tests.Commands;

public sealed class CoverageCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_case_is_shown_by_a_test_that_passes_and_whose_title_begins_with_its_id()
    {
        _folder.Write("a.airs", """
            policy shop
            use catalogue "airs_sdk"
            system s { owner "ops@shop.example" }
            control short { satisfies GR-IN-04  at input  when length(text) > 5 then block }
            test "PD-001, PD-003: a long question stays outside" { given input "Too long."  expect block }
            test "PD-004: this is not caught yet" known gap { given input "no"  expect block }
            test "PD-006: this fails" { given input "no"  expect block }
            test "a test about PD-007" { given input "no"  expect allow }
            """);
        var run = CliRun.Of("coverage", _folder.Path, "--json");
        Assert.Equal(ExitCode.Clean, run.Code);
        using var json = JsonDocument.Parse(run.Out);
        var states = json.RootElement.GetProperty("cases").EnumerateArray()
            .ToDictionary(each => each.GetProperty("id").GetString()!, each => each.GetProperty("state").GetString());
        Assert.Equal("shown", states["PD-001"]);
        Assert.Equal("shown", states["PD-003"]);
        Assert.Equal("known_gap", states["PD-004"]);
        Assert.Equal("open", states["PD-006"]);
        Assert.Equal("open", states["PD-007"]);
        var kit = json.RootElement.GetProperty("catalogues").EnumerateArray()
            .Single(each => each.GetProperty("catalogue").GetString() == "airs_sdk");
        Assert.Equal(["GR-IN-04"], kit.GetProperty("carried").EnumerateArray().Select(id => id.GetString()));
    }

    [Fact]
    public void What_does_not_build_carries_nothing()
    {
        _folder.Write("a.airs", "policy shop\nsystem s { owner }\n");
        var run = CliRun.Of("coverage", _folder.Path);
        Assert.Equal(ExitCode.Findings, run.Code);
        Assert.Empty(run.Out);
        Assert.Contains("error", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_framework_has_as_many_cases_as_its_pages_say()
    {
        Assert.Equal(
            [("airs_decisions", 197), ("airs_examples", 123), ("airs_items", 80), ("airs_scenarios", 16)],
            CaseList.All.Select(list => (list.Name, list.Cases.Count)));
        Assert.All(CaseList.All, list => Assert.Distinct(list.Cases.Select(each => each.Id)));
    }

    public void Dispose() => _folder.Dispose();
}
