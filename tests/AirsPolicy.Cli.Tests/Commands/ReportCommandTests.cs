using System.Text.Json;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Dossiers;

namespace AirsPolicy.Cli.Tests.Commands;

public sealed class ReportCommandTests : IDisposable
{
    private const string Policy = """
        policy shop.desk version "1.2.0"
        use catalogue "airs_sdk"
        use catalogue "owasp_llm_2025"
        system desk "Desk <b>of</b> the shop" {
          owner "desk@shop.example"
          approved by "risk@shop.example"
          review 2026-12-31
          model "model-1" from "provider"
          tier risk.high because "customers | outside"
          profile { users: 20_000 }
          satisfies OB-01
        }
        scheme risk "Risk" {
          profile { users: int }
          score 2 where profile.users > 1_000 because "many people"
          ladder low 1, high
        }
        tier low in risk { requires GR-IN-04, OB-01  requires queue.sla at most 1h }
        tier high in risk { requires GR-OUT-01, CB-02, GR-IN-01, JG-01 }
        queue people { sla 2h  reviewers "service" }
        control short "Questions are short" { satisfies GR-IN-04  mitigates LLM10  at input  when length(text) > 5 then block }
        control masked "Cards are masked" { satisfies GR-OUT-01  at output  always redact pii.card as mask }
        control loud "Loud answers wait" { at output  mode detect until 2027-02-01  when text contains "!" then hold for people }
        waive CB-02 because "no tools yet" approved by "ciso@shop.example" until 2026-12-24
        inapplicable JG-01 because "a trial of a week" approved by "ciso@shop.example" until 2026-12-01
        test "short ones pass" { given input "Hi."  expect allow }
        test "long ones do not" { given input "Too long."  expect block }
        """;

    private static readonly string[] s_asOf = ["--as-of", "2026-11-24"];

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Each_requirement_stands_with_what_carries_it_and_how_it_stands()
    {
        var rows = Table(Report(), "requirements").ToDictionary(row => row.GetProperty("requirement").GetString()!);
        Assert.Equal(("short", "good"), Carried(rows["GR-IN-04"]));
        Assert.Equal(("masked", "good"), Carried(rows["GR-OUT-01"]));
        Assert.Equal(("desk", "good"), Carried(rows["OB-01"]));
        Assert.Equal(("waived until 2026-12-24: no tools yet", "partial"), Carried(rows["CB-02"]));
        Assert.Equal(("does not apply until 2026-12-01: a trial of a week", "partial"), Carried(rows["JG-01"]));
        Assert.Equal(("nothing that is in force", "bad"), Carried(rows["GR-IN-01"]));
        Assert.Equal("bad", Carried(rows["queue.sla"]).State);

        static (string Text, string State) Carried(JsonElement row) =>
            (row.GetProperty("carried by").GetString()!, row.GetProperty("carried by state").GetString()!);
    }

    [Fact]
    public void Controls_stand_in_the_layer_that_they_work_in_and_what_is_tried_out_is_said()
    {
        var report = Report();
        Assert.Equal(
            ["shop.desk.masked", "shop.desk.short"],
            Table(report, "controls_guardrail").Select(row => row.GetProperty("control").GetString()).Order(StringComparer.Ordinal));
        var loud = Assert.Single(Table(report, "controls_human"));
        Assert.Equal("hold", loud.GetProperty("goes up to").GetString());
        Assert.Equal("tried out until 2027-02-01", loud.GetProperty("mode").GetString());
    }

    [Fact]
    public void The_day_says_what_is_past()
    {
        Assert.DoesNotContain("this day is past", Text(), StringComparison.Ordinal);
        Assert.Contains("this day is past", Text("--as-of", "2027-01-01"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_waiver_that_has_ended_is_said_in_words_and_counts_for_nothing()
    {
        var report = Report("--as-of", "2026-12-25");
        Assert.Equal("2026-12-24 (past)", Assert.Single(Table(report, "waivers")).GetProperty("until").GetString());
        Assert.Equal("2026-12-01 (past)", Assert.Single(Table(report, "inapplicable")).GetProperty("until").GetString());
        Assert.Equal(("0", "bad"), Figure(report, "Waivers"));
        var rows = Table(report, "requirements").ToDictionary(row => row.GetProperty("requirement").GetString()!);
        Assert.Equal("nothing that is in force", rows["CB-02"].GetProperty("carried by").GetString());
        Assert.Equal("nothing that is in force", rows["JG-01"].GetProperty("carried by").GetString());
        Assert.Equal(0, Share(report, "The controls of the AIRS software kit").GetProperty("waived").GetInt32());
    }

    [Theory]
    [InlineData("control wild { satisfies GR-IN-01  at input }")]
    [InlineData("control weak { satisfies GR-IN-01  at input  always flag }")]
    [InlineData("control elsewhere { satisfies GR-IN-01  at output  always block }")]
    public void A_claim_that_the_compiler_refuses_meets_nothing(string control)
    {
        _folder.Write("shop/b.airs", $"policy shop.desk\n{control}\n");
        var report = Report();
        var row = Table(report, "requirements").Single(row => row.GetProperty("requirement").GetString() == "GR-IN-01");
        Assert.Equal("nothing that is in force", row.GetProperty("carried by").GetString());
        var kit = Table(report, "airs_sdk").Single(row => row.GetProperty("id").GetString() == "GR-IN-01");
        Assert.Equal("claimed, and refused by the compiler", kit.GetProperty("how").GetString());
        Assert.Equal("bad", Figure(report, "Errors").State);
    }

    [Fact]
    public void Of_two_bounds_the_stricter_is_shown_whichever_tier_is_written_last()
    {
        var file = _folder.Write("two/a.airs", """
            policy two
            system s { owner "o@shop.example"  tier a.high because "x"  tier b.only_one because "x"  profile { users: 3 } }
            scheme a { profile { users: int }  ladder low 1, high }
            scheme b { profile { users: int }  ladder only_one }
            tier low in a { requires queue.sla at most 1h }
            tier high in a { requires queue.sla at most 4h }
            tier only_one in b { requires queue.sla at most 8h }
            queue people { sla 2h  reviewers "staff" }
            control c { at input  when text contains "x" then hold for people }
            """);
        var path = _folder.PathOf("two.json");
        Assert.Equal(ExitCode.Clean, CliRun.Of("report", file, "-o", path).Code);
        var bound = Assert.Single(Table(JsonElement.Parse(File.ReadAllText(path)), "requirements"));
        Assert.Equal("at most 1h", bound.GetProperty("what it asks").GetString());
        Assert.Equal("not kept: 'people' has 2h", bound.GetProperty("carried by").GetString());
    }

    [Fact]
    public void A_known_gap_is_no_test_that_has_passed()
    {
        _folder.Write("shop/b.airs", "policy shop.desk\ntest \"not yet\" known gap { given input \"Hi.\"  expect block }\n");
        Assert.Equal(("2 of 3", "partial"), Figure(Report(), "Tests"));
    }

    [Fact]
    public void A_bundle_of_another_policy_is_refused()
    {
        var other = _folder.Write("other/a.airs", "policy other\nsystem s { owner \"o\" }\ncontrol c { at input  always flag }\n");
        var bundle = _folder.PathOf("other.airsb");
        Assert.Equal(ExitCode.Clean, CliRun.Of("build", other, "-o", bundle).Code);
        Assert.Equal("other", Report(other, "--bundle", bundle).GetProperty("policy").GetString());
        var run = CliRun.Of("report", Shop(), "--bundle", bundle);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("is of the policy 'other', and the report of 'shop.desk'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_people_need_to_bring_a_layer_back_is_said_with_its_condition()
    {
        var file = _folder.Write("plan/a.airs", """
            policy plan
            system s { owner "o@shop.example" }
            fact tested: bool at recovery
            fact errors: share at signal
            pace guardrail {
              enter alternate when errors > 5% // of all
                  and errors < 90%
              recover alternate -> primary by "on-call" after 15m where tested
            }
            """);
        var report = Report(file);
        Assert.Equal("errors > 5% and errors < 90%", Assert.Single(Table(report, "worse_guardrail")).GetProperty("when").GetString());
        Assert.Equal("after 15m without cause, where tested", Assert.Single(Table(report, "better_guardrail")).GetProperty("when").GetString());
    }

    [Fact]
    public void A_limit_says_whom_it_counts_and_whether_it_is_in_force()
    {
        var file = _folder.Write("limits/a.airs", """
            policy limits
            system s { owner "o@shop.example"  approved by "r@shop.example" }
            limit each "For each" 5 per user within 1h at input
            limit whole "For all" 9 per system within 1h at input
            control long { at input  when length(text) > 5_000 then block }
            waive each because "a trial" approved by "ciso@shop.example" until 2026-12-24 with long
            """);
        var rows = Table(Report(file), "limits").ToDictionary(row => row.GetProperty("what it bounds").GetString()!);
        Assert.Equal(("user", "tried out"), (rows["For each"].GetProperty("for each").GetString(), rows["For each"].GetProperty("mode").GetString()));
        Assert.Equal(("all together", "in force"), (rows["For all"].GetProperty("for each").GetString(), rows["For all"].GetProperty("mode").GetString()));
    }

    [Fact]
    public void Nothing_that_a_policy_writes_is_markup()
    {
        var page = Page();
        Assert.DoesNotContain("<b>of", page, StringComparison.Ordinal);
        Assert.Contains("Desk &lt;b&gt;of&lt;/b&gt; the shop", page, StringComparison.Ordinal);
        Assert.Contains("customers \\| outside", Text(), StringComparison.Ordinal);
        Assert.Contains("\\<b\\>", Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_needs_nothing_else()
    {
        var page = Page();
        foreach (var from in new[] { "<script", "src=", "href=", "@import", "http:" })
            Assert.DoesNotContain(from, page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("url(", page.Replace("url(#", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_view_has_its_sections_and_all_are_on_the_page()
    {
        var views = DossierViews.Names.ToDictionary(name => name, name => Text("--view", name));
        Assert.Contains("## Layers", views["board"], StringComparison.Ordinal);
        Assert.DoesNotContain("## Controls", views["board"], StringComparison.Ordinal);
        Assert.Contains("## Standards and laws", views["auditor"], StringComparison.Ordinal);
        Assert.DoesNotContain("## What is open", views["auditor"], StringComparison.Ordinal);
        Assert.Contains("## What is open", views["engineer"], StringComparison.Ordinal);
        var page = Page();
        foreach (var name in DossierViews.Names)
            Assert.Contains($"id=\"view-{name}\"", page, StringComparison.Ordinal);
        Assert.Contains("<section id=\"layers\" class=\"board\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Recorded_traffic_shows_what_a_control_that_is_tried_out_would_have_done()
    {
        var trace = _folder.Write("trace.jsonl", """
            {"point":"output","time":"2026-11-01T10:00:00Z","facts":{"output":{"text":"Hi!"}}}
            {"point":"output","time":"2026-11-01T10:00:01Z","facts":{"output":{"text":"Hi."}}}
            {"point":"input","time":"2026-11-01T10:00:02Z","facts":{"input":{"text":"Too long."}}}
            """);
        var report = Report("--traffic", trace);
        var loud = Assert.Single(Table(report, "promotion"));
        Assert.Equal("2", loud.GetProperty("requests it looked at").GetString());
        Assert.Equal("hold 1", loud.GetProperty("it would have").GetString());
        var blocked = Table(report, "outcomes").Single(row => row.GetProperty("outcome").GetString() == "block");
        Assert.Equal("1", blocked.GetProperty("requests").GetString());
    }

    [Fact]
    public void Tests_that_fail_are_on_the_first_page()
    {
        _folder.Write("shop/b.airs", "policy shop.desk\ntest \"this fails\" { given input \"Hi.\"  expect block }\n");
        var report = Report();
        Assert.Contains(Table(report, "open_tests"), row => row.GetProperty("test").GetString() == "this fails");
        Assert.Contains("2 of 3", Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("report.pdf", "says no form of a report")]
    [InlineData("nowhere/report.html", "nowhere")]
    public void A_file_that_cannot_be_written_says_why(string file, string message)
    {
        var run = CliRun.Of("report", Shop(), "-o", _folder.PathOf(file));
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_alone_has_no_report()
    {
        var run = CliRun.Of("report", _folder.Write("lib/a.airs", "library shop.base\ncontrol c { at input  always flag }\n"));
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("holds libraries only; name the folder of a policy", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_no_policy_can_carry_is_counted_apart_and_what_is_carried_is_not_among_it()
    {
        var report = Report();
        var kit = Share(report, "The controls of the AIRS software kit");
        var law = Share(report, "EU Artificial Intelligence Act");
        Assert.Equal(0, Outside(Share(report, "OWASP Top 10 for LLM applications")));
        Assert.InRange(Outside(law), 1, law.GetProperty("all").GetInt32());
        Assert.InRange(
            kit.GetProperty("held").GetInt32() + kit.GetProperty("waived").GetInt32() + Outside(kit),
            1,
            kit.GetProperty("all").GetInt32());
        // It has rows that a policy can answer, and this one does not.
        var attacks = Share(report, "MITRE ATLAS, as far as the framework names it");
        var settled = attacks.GetProperty("held").GetInt32() + attacks.GetProperty("in part").GetInt32() + Outside(attacks);
        Assert.InRange(settled, 1, attacks.GetProperty("all").GetInt32() - 1);
        Assert.Contains("outside a policy", Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_carried_or_waived_after_all_is_no_longer_outside()
    {
        const string Start = "policy shop.desk\nuse catalogue \"airs_infrastructure\"\n";
        _folder.Write("shop/b.airs", Start);
        var before = Report();
        _folder.Write("shop/b.airs", Start + """
            control kept { satisfies NET-01  at input  when length(text) > 9 then block }
            waive NET-02 because "rented machines" approved by "ciso@shop.example" until 2026-12-24
            """);
        var after = Report();
        var infrastructure = "The infrastructure controls of AIRS";
        Assert.Equal(Outside(Share(before, infrastructure)) - 2, Outside(Share(after, infrastructure)));
        Assert.Equal(1, Share(after, infrastructure).GetProperty("waived").GetInt32());

        var answered = Table(before, "nist_csf").Count(row =>
            row.GetProperty("answered by").GetString()!.Split(", ").Contains("NET-01")
            && row.GetProperty("carried").GetString()!.StartsWith("0 ", StringComparison.Ordinal));
        Assert.InRange(answered, 1, 20);
        var framework = "NIST Cybersecurity Framework";
        Assert.Equal(Outside(Share(before, framework)) - answered, Outside(Share(after, framework)));
    }

    private static int Outside(JsonElement share) => share.GetProperty("outside").GetInt32();

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<JsonElement> Table(JsonElement report, string id) => report.GetProperty("sections").EnumerateArray()
        .SelectMany(section => section.GetProperty("blocks").EnumerateArray())
        .Single(block => block.TryGetProperty("table", out var table) && table.GetString() == id)
        .GetProperty("rows").EnumerateArray();

    private static (string Value, string State) Figure(JsonElement report, string name)
    {
        var figure = report.GetProperty("sections")[0].GetProperty("blocks")[0].GetProperty("figures").EnumerateArray()
            .First(figure => figure.GetProperty("name").GetString() == name);
        return (figure.GetProperty("value").GetString()!, figure.GetProperty("state").GetString()!);
    }

    private static JsonElement Share(JsonElement report, string name) => report.GetProperty("sections").EnumerateArray()
        .SelectMany(section => section.GetProperty("blocks").EnumerateArray())
        .Where(block => block.TryGetProperty("shares", out _))
        .SelectMany(block => block.GetProperty("shares").EnumerateArray())
        .Single(share => share.GetProperty("name").GetString() == name);

    private JsonElement Report(params string[] more) => JsonElement.Parse(Written("report.json", more));

    private string Page() => Written("report.html");

    private string Text(params string[] more)
    {
        var run = CliRun.Of(["report", Shop(), .. more.Contains("--as-of") ? [] : s_asOf, .. more]);
        Assert.True(run.Code == ExitCode.Clean, run.Error);
        return run.Out;
    }

    private string Written(string file, params string[] more)
    {
        var path = _folder.PathOf(file);
        string[] policy = more is [var first, ..] && !first.StartsWith('-') ? [] : [Shop()];
        var run = CliRun.Of(["report", .. policy, "-o", path, .. more.Contains("--as-of") ? [] : s_asOf, .. more]);
        Assert.True(run.Code == ExitCode.Clean, run.Error);
        return File.ReadAllText(path);
    }

    private string Shop()
    {
        _folder.Write("shop/a.airs", Policy);
        return _folder.PathOf("shop");
    }
}
