using System.Text.Json;
using AirsPolicy.Cli.Console;

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
    [InlineData(
        "",
        "",
        "notice AIRS2909: No policy here takes in the library 'shop.more', so that its controls hold nowhere; write 'use shop.more' in " +
        "'shop', or move the library elsewhere."
    )]
    [InlineData("use shop.more", "", "")]
    [InlineData("use shop.all", "use shop.more", "")]
    public void A_library_in_the_folder_of_a_policy_that_no_policy_takes_in_is_said(string use, string through, string finding)
    {
        _folder.Write("a.airs", $"policy shop\n{use}\nsystem s {{ owner \"ops\" }}\ncontrol c {{ at input  always flag }}\n");
        _folder.Write("more/b.airs", "library shop.more\ncontrol d { at input  always flag }\n");
        if (through.Length > 0)
            _folder.Write("all/c.airs", $"library shop.all\n{through}\ncontrol e {{ at input  always flag }}\n");
        var run = CliRun.Of("check", _folder.Path);
        Assert.Equal(ExitCode.Clean, run.Code);
        Assert.Equal(finding.Length > 0, run.Out.Contains("AIRS2909", StringComparison.Ordinal));
        Assert.Contains(finding, run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("AIRS2909", CliRun.Of("check", _folder.PathOf("more")).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2027-01-31", ExitCode.Clean, "")]
    [InlineData("2027-02-01", ExitCode.Clean, "notice AIRS6025")]
    [InlineData("2027-03-03", ExitCode.Clean, "notice AIRS6025")]
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

    private const string Waived = """
        policy shop
        use catalogue "airs_sdk"
        system s { owner "ops"  tier risk.high }
        scheme risk { ladder low 2, high }
        tier high in risk { requires GR-IN-03, GR-OUT-03 }
        control c { satisfies GR-IN-03  at input  when length(text) > 5 then block }
        waive c because "trial" approved by "ciso" as "risk owner" until 2027-06-30
        waive GR-OUT-03 because "no retrieval" approved by "board" until 2027-03-03

        """;

    [Theory]
    [InlineData(
        "2027-01-31",
        ExitCode.Clean,
        "waived in shop:\n  risk.high without GR-IN-03 with c until 2027-06-30, approved by ciso as risk owner: trial\n  risk.high " +
        "without GR-OUT-03 until 2027-03-03, approved by board: no retrieval\n"
    )]
    [InlineData("2027-07-01", ExitCode.Findings, "")]
    public void A_requirement_of_a_tier_that_is_waived_is_listed_and_is_no_finding(string day, int code, string listed)
    {
        var file = _folder.Write("a.airs", Waived);
        var run = CliRun.Of("check", file, "--as-of", day);
        Assert.Equal(code, run.Code);
        Assert.Contains(listed, run.Out, StringComparison.Ordinal);
        Assert.Equal(listed.Length > 0, run.Out.Contains("waived in", StringComparison.Ordinal));
    }

    [Fact]
    public void Waived_requirements_are_members_of_the_json_document()
    {
        var run = CliRun.Of("check", _folder.Write("a.airs", Waived), "--format", "json", "--as-of", "2027-01-31");
        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal(
            [
                "shop risk.high GR-IN-03 shop.c trial ciso risk owner 2027-06-30",
                "shop risk.high GR-OUT-03 GR-OUT-03 no retrieval board 2027-03-03",
            ],
            json.RootElement.GetProperty("waived")
                .EnumerateArray()
                .Select(one => string.Join(' ', one.EnumerateObject().Select(member => member.Value.GetString()))));
    }

    [Fact]
    public void Requirements_that_do_not_apply_are_listed_apart_and_are_no_finding()
    {
        var file = _folder.Write(
            "a.airs",
            Waived.Replace("waive GR-OUT-03", "inapplicable GR-OUT-03", StringComparison.Ordinal));
        var run = CliRun.Of("check", file, "--as-of", "2027-01-31");
        Assert.Equal(ExitCode.Clean, run.Code);
        Assert.Contains(
            "GR-IN-03 with c until 2027-06-30, approved by ciso as risk owner: trial\ninapplicable in shop:\n  GR-OUT-03 of risk.high until "
            + "2027-03-03, approved by board: no retrieval\n",
            run.Out,
            StringComparison.Ordinal);
        Assert.Equal(ExitCode.Findings, CliRun.Of("check", file, "--as-of", "2027-03-04").Code);
        using var json = JsonDocument.Parse(CliRun.Of("check", file, "--format", "json", "--as-of", "2027-01-31").Out);
        var listed = Assert.Single(json.RootElement.GetProperty("inapplicable").EnumerateArray());
        Assert.Equal(
            "shop risk.high GR-OUT-03 no retrieval board 2027-03-03",
            string.Join(' ', listed.EnumerateObject().Select(member => member.Value)));
    }

    [Fact]
    public void A_notice_is_told_in_every_form_and_fails_nothing()
    {
        var file = _folder.Write("a.airs", """
            policy shop
            system s { owner "ops" }
            control c { at input  always flag }
            waive c because "trial" approved by "ciso" until 2027-03-03

            """);
        string[] line = ["check", file, "--as-of", "2027-03-01"];
        Assert.Contains("ok: 1 file checked, 1 notice\n", CliRun.Of(line).Out, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(CliRun.Of([.. line, "--format", "json"]).Out);
        Assert.Equal("notice", json.RootElement.GetProperty("diagnostics")[0].GetProperty("severity").GetString());
        Assert.Equal(1, json.RootElement.GetProperty("notices").GetInt32());
        Assert.Contains("\"level\": \"note\"", CliRun.Of([.. line, "--format", "sarif"]).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("policy shop\nsystem s { owner \"o\" }\n", ExitCode.Clean, "ok: 1 file checked")]
    [InlineData("policy shop\nsystem s { owner \"o\" }\ncontrl x {}\n", ExitCode.Findings, "<stdin>:3:1: error AIRS1101")]
    [InlineData("", ExitCode.Findings, "<stdin>: error AIRS1102")]
    public void A_policy_is_checked_from_the_standard_input(string policy, int code, string said)
    {
        var run = CliRun.With(policy, "check", "-");
        Assert.Equal(code, run.Code);
        Assert.Contains(said, run.Out, StringComparison.Ordinal);
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
        Assert.EndsWith(
            "/dir%20with%20space/a.airs",
            place.GetProperty("artifactLocation").GetProperty("uri").GetString(),
            StringComparison.Ordinal);
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
    public void Where_nothing_stands_is_said_and_is_no_finding()
    {
        _folder.Write("a.airs", """
            policy shop
            system s { owner "ops" }
            tool look_up { class read_only }
            tool pay { class irreversible  always flag }
            control tried { at output  mode detect  always block }
            control anywhere { at input, session, ingest, retrieve, prompt, plan, commit, tool_result, delegate, message, remember, recall, signal  always flag }

            """);
        var run = CliRun.Of("check", _folder.Path);
        Assert.Equal((ExitCode.Clean, """
            ok: 1 file checked
            open in shop:
              nothing can match at approval, recovery
              what can match is tried out alone at output
              no rule that can match looks at calls of look_up

            """.ReplaceLineEndings("\n")), (run.Code, run.Out));
        using var json = JsonDocument.Parse(CliRun.Of("check", _folder.Path, "--format", "json").Out);
        var open = json.RootElement.GetProperty("open")[0];
        Assert.Equal("shop", open.GetProperty("package").GetString());
        Assert.Equal(["approval", "recovery"], open.GetProperty("points").EnumerateArray().Select(point => point.GetString()));
        Assert.Equal(["look_up"], open.GetProperty("tools").EnumerateArray().Select(tool => tool.GetString()));
    }

    [Fact]
    public void What_decisions_cost_at_most_is_shown_a_point_with_its_dearest_rules()
    {
        _folder.Write("a.airs", """
            policy shop
            system s { owner "ops" }
            fact trust: int from "sessions" within 20ms
            control cheap { at input, output  when trust > 3 then flag }
            control dear { at output  when pii.any.found(text) then block }
            control listed { at output  when any s in sources: s.age > 1d then flag  when text contains "x" then flag  always notify "x" }
            judge j { model "m"  at output  timing inline  timeout 2s  prompt "{{ text }}"  returns { fine: bool }  when not fine then block }

            """);
        var run = CliRun.Of("check", _folder.Path, "--cost");
        Assert.Equal(ExitCode.Clean, run.Code);
        var lines = run.Out.Split('\n').SkipWhile(line => line != "cost of shop, at most").Skip(2).ToList();
        Assert.StartsWith("  output", lines[0], StringComparison.Ordinal);
        Assert.EndsWith("2s20ms", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(" shop.dear", lines[1], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.Contains("asks the judge 'shop.j', at most 2s", StringComparison.Ordinal));
        Assert.Equal(
            2,
            lines.Count(line =>
                line.StartsWith("  output", StringComparison.Ordinal) || line.StartsWith("  input", StringComparison.Ordinal)));
        using var json = JsonDocument.Parse(CliRun.Of("check", _folder.Path, "--cost", "--format", "json").Out);
        var output = json.RootElement.GetProperty("cost")[0].GetProperty("points")[0];
        Assert.Equal(("output", "2s20ms"), (output.GetProperty("point").GetString(), output.GetProperty("waits").GetString()));
        Assert.Equal("shop.dear", output.GetProperty("rules")[0].GetProperty("control").GetString());
        Assert.Equal(ExitCode.Usage, CliRun.Of("check", _folder.Path, "--cost", "--format", "sarif").Code);
    }

    [Fact]
    public void A_file_that_cannot_be_used_is_one_finding_without_a_source_line()
    {
        var huge = _folder.PathOf("huge.airs");
        using (var file = File.Create(huge))
            file.SetLength(100 << 20);
        var run = CliRun.Of("check", _folder.Path);
        Assert.Equal(ExitCode.Findings, run.Code);
        Assert.Equal(
            $"{huge}: error AIRS2901: The file is larger than 8 MiB, the most that a policy file may be.\n\n1 error in no file\n",
            run.Out);
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
