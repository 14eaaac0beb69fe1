using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Symbols.Catalogues;

namespace AirsPolicy.Language.Tests.Semantics;

public class ClaimTests
{
    private const string Head = "policy p\nuse catalogue \"airs_sdk\"\nuse catalogue \"airs_maso\"\nuse catalogue \"owasp_llm_2025\"\n";

    [Fact]
    public void A_control_carries_the_ids_it_claims_each_once()
    {
        var control = Binding
            .Model(
                Head
                    + "system s {}\ncontrol c { satisfies GR-IN-01, GR-IN-03  satisfies GR-IN-01  mitigates LLM01  never waived  at input  always block }\n"
            )
            .Controls[0];
        Assert.Equal(["GR-IN-01", "GR-IN-03"], control.Satisfies);
        Assert.Equal(["LLM01"], control.Mitigates);
        Assert.True(control.NeverWaived);
    }

    [Fact]
    public void A_tool_carries_the_ids_it_claims_and_so_do_its_rules()
    {
        var model = Binding.Model(Head + "system s {}\ntool refund { satisfies EC-1.1  mitigates LLM06  always flag }\n");
        Assert.Equal((["EC-1.1"], ["LLM06"]), (model.Tools[0].Satisfies, model.Tools[0].Mitigates));
        Assert.Equal((["EC-1.1"], ["LLM06"]), (model.Controls[0].Satisfies, model.Controls[0].Mitigates));
    }

    [Theory]
    [InlineData("tool pay { satisfies EC-1.1 }", "")]
    [InlineData("tool pay { satisfies SESS-01 }", "AIRS6006")]
    [InlineData("tool pay { satisfies SESS-01  when tool.first_use then block }", "AIRS6006")]
    [InlineData("tool pay { satisfies SESS-01  when session.turns > 50 then halt session }", "")]
    [InlineData("tool pay { satisfies GR-IN-01 }", "AIRS6005")]
    public void A_tool_satisfies_up_to_a_block_what_is_decided_at_its_call(string tool, string code) =>
        Assert.Equal(
            code.Length == 0 ? [] : [code],
            Binding
                .Of(
                    "policy p\nuse catalogue \"airs_sdk\"\nuse catalogue \"airs_maso\"\nuse catalogue \"airs_infrastructure\"\nsystem s { owner \"o\" }\n"
                        + tool
                        + "\n")
                .Diagnostics.Select(found => found.Code));

    [Theory]
    [InlineData("library p", "tool.class == reversible", "")]
    [InlineData("library p", "tool.class == reversible and false", "")]
    [InlineData("library p", "false", "AIRS6007")]
    [InlineData("policy p\nsystem s {}\ntool a { class irreversible }", "tool.class == reversible", "AIRS6007")]
    [InlineData("policy p\nsystem s {}\ntool a { class reversible }", "tool.class == reversible", "")]
    public void A_library_claims_what_hangs_on_the_class_of_tools_that_others_declare(string head, string condition, string code) =>
        Assert.Equal(code.Length > 0, Binding
            .Of($"{head.Split('\n')[0]}\nuse catalogue \"airs_infrastructure\"\n{string.Join('\n', head.Split('\n').Skip(1))}\n"
                + $"queue q {{ sla 4h }}\ncontrol c {{ satisfies TOOL-04  at tool_call  when {condition} then hold for q }}\n")
            .Diagnostics.Any(found => found.Code == "AIRS6007"));

    [Theory]
    [InlineData("satisfies GR-IN-04  at input", "AIRS6007")]
    [InlineData("satisfies OB-01  at input", "")]
    [InlineData("satisfies GR-IN-04  at input  always block", "")]
    public void A_control_without_a_rule_does_nothing_of_what_is_decided_at_run_time(string control, string code) =>
        Assert.Equal(
            code.Length > 0,
            Binding.Of($"{Head}system s {{}}\ncontrol c {{ {control} }}\n").Diagnostics.Any(found => found.Code == "AIRS6007"));

    [Fact]
    public void Queues_and_the_system_claim_what_is_not_decided_while_the_system_runs()
    {
        var claims = Binding.Model(Head + "system s { satisfies OB-01 }\nqueue q { satisfies HO-01 }\n").Governance.Claims;
        Assert.Equal(
            [("p.q", Claimant.Queue, "HO-01"), ("s", Claimant.System, "OB-01")],
            claims.Select(claim => (claim.By, claim.Claimant, claim.Id)));
    }

    [Fact]
    public void Ids_of_the_catalogues_of_a_package_that_is_taken_in_can_be_claimed()
    {
        var model = Binding.Model(
            "policy p\nextends base\nsystem s {}\ncontrol c { satisfies GR-IN-01  at input  always block }\n",
            "library base\nuse catalogue \"airs_sdk\"\n");
        Assert.Equal("GR-IN-01", Assert.Single(model.Governance.Claims).Id);
    }

    [Fact]
    public void A_control_says_once_that_it_is_never_waived() =>
        Assert.Equal(["AIRS3004"], Binding.Codes("never waived  never waived  always flag"));

    // Somewhere it is still the day before the one that a policy is checked on, and never the day before that.
    [Theory]
    [InlineData("2026-06-16", false)]
    [InlineData("2026-06-15", false)]
    [InlineData("2026-06-14", true)]
    [InlineData("2020-01-01", true)]
    public void A_rule_up_to_a_day_that_is_past_satisfies_nothing(string day, bool isPast) =>
        Assert.Equal(
            isPast ? ["AIRS6007"] : [],
            Binding
                .Of(
                    new DateOnly(2026, 6, 15),
                    Head + $"system s {{}}\ncontrol c {{ satisfies GR-IN-01  at input  when today < {day} then block }}\n")
                .Diagnostics.Select(found => found.Code));

    [Fact]
    public void Where_no_day_is_known_no_day_is_past() => Assert.Empty(
        Binding.Of(Head + "system s {}\ncontrol c { satisfies GR-IN-01  at input  when today < 2020-01-01 then block }\n").Diagnostics);

    [Theory]
    [InlineData("when length(text) > 10 and length(text) < 5 then block", "AIRS6018 AIRS7020")]
    [InlineData("when today < 2020-01-01 then block", "AIRS6018")]
    [InlineData("when length(text) > 10 then block", "")]
    public void A_rule_that_can_never_fire_guards_no_point(string rule, string codes) =>
        Assert.Equal(
            codes,
            string.Join(
                ' ',
                Binding
                    .Of(
                        new DateOnly(2026, 6, 15),
                        $"policy p\nsystem s {{ owner \"o\"  tier risk.high }}\nscheme risk {{ ladder low 2, high }}\ntier high in risk {{ requires point.output at least block }}\ncontrol c {{ at output  {rule} }}\n"
                    )
                    .Diagnostics.Select(found => found.Code)
                    .Order(StringComparer.Ordinal)));

    [Theory]
    [InlineData("control c { satisfies JG-02  at output  when text contains \"zzzzzz\" then flag }", "AIRS6044")]
    [InlineData("control c { satisfies CB-02  at signal  when true then flag }", "")]
    [InlineData("tool pay { satisfies JG-01  always flag }", "AIRS6044")]
    [InlineData("control c { satisfies HO-01  at output  always flag }", "AIRS6044")]
    [InlineData("queue q { satisfies HO-01 }", "")]
    [InlineData("queue q { satisfies JG-01 }", "AIRS6044")]
    [InlineData("workflow w { satisfies HO-03 }", "AIRS6044")]
    public void An_id_is_carried_only_by_the_kinds_of_declaration_that_its_entry_lists(string declaration, string code) =>
        Assert.Equal(
            code.Length == 0 ? [] : [code],
            Binding
                .Of(Head + $"system s {{ owner \"o\" }}\n{declaration}\n")
                .Diagnostics.Select(found => found.Code)
                .Where(found => found.StartsWith("AIRS60", StringComparison.Ordinal)));

    private const string Waiver = "waive GR-IN-01 because \"later\" approved by \"ciso\" until 2026-08-01";

    [Theory]
    [InlineData("low", "", "AIRS6017")]
    [InlineData("low", Waiver, "")]
    [InlineData("high", "", "")]
    [InlineData("high", Waiver, "AIRS6027")]
    public void What_a_control_of_a_library_can_never_do_in_a_policy_satisfies_nothing_there_and_is_no_fault_of_the_library(
        string tier,
        string waiver,
        string code)
    {
        const string Library = """
            library base
            use catalogue "airs_sdk"
            scheme airs { ladder low 2, high }
            tier low in airs { requires GR-IN-01 }
            control strict { satisfies GR-IN-01  at input  when tier >= high and length(text) > 5 then block }
            """;
        var found = Binding
            .Of(new DateOnly(2026, 6, 15), $"policy p\nextends base\nsystem s {{ owner \"o\"  tier airs.{tier} }}\n{waiver}\n", Library)
            .Diagnostics;
        Assert.Equal(code, string.Join(' ', found.Where(one => one.Severity > DiagnosticSeverity.Notice).Select(one => one.Code)));
        Assert.All(
            found.Where(one => one.Code == "AIRS6017"),
            one => Assert.EndsWith(": 'strict' can never match here.", one.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("satisfies CB-02", "count of refused input per user within 60s >= 5", "")]
    [InlineData("satisfies GR-IN-04", "count of refused input per user within 60s >= 5", "")]
    [InlineData("satisfies GR-OUT-02  mitigates LLM10", "count of refused input per user within 60s >= 5", "")]
    [InlineData("satisfies EC-2.4", "count of refused input per user within 60s >= 5", "AIRS6006")]
    [InlineData("satisfies CB-02", "1 > 2", "AIRS6007")]
    public void A_breaker_satisfies_what_it_does_while_it_is_open_if_anything_can_trip_it(string claims, string trip, string code) =>
        Assert.Equal(
            code.Length == 0 ? [] : [code],
            Binding
                .Of(Head + $"system s {{ owner \"o\" }}\nbreaker b {{ {claims}  per user  trip when {trip}  open for 5m  probe 3 }}\n")
                .Diagnostics.Select(found => found.Code)
                .Where(found => found.StartsWith("AIRS60", StringComparison.Ordinal)));

    [Fact]
    public void The_control_of_a_breaker_carries_the_ids_that_it_claims()
    {
        var model = Binding.Model(
            Head
                + "system s {}\nbreaker b { satisfies CB-02  mitigates LLM10  per user  trip when count of refused input per user within 60s >= 5  open for 5m  probe 3 }\n"
        );
        Assert.Equal((["CB-02"], ["LLM10"]), (model.Controls[0].Satisfies, model.Controls[0].Mitigates));
        Assert.All(model.Governance.Claims, claim => Assert.Equal(Claimant.Breaker, claim.Claimant));
    }

    [Theory]
    [InlineData("sample 0%", "", "AIRS6045")]
    [InlineData("sample 0%  sample 100% where flagged", "", "AIRS6045")]
    [InlineData("sample 20% where flagged", "", "AIRS6045")]
    [InlineData("sample 0%", "when 1 > 2 then ask j", "AIRS6045")]
    [InlineData("sample 0%", "when length(text) > 100 then ask j", "")]
    [InlineData("sample 1%", "", "")]
    [InlineData("sample 100% where length(text) > 100", "", "")]
    [InlineData("", "", "")]
    public void A_judge_that_nobody_asks_satisfies_nothing(string sample, string rule, string code) => Assert.Equal(
        code.Length == 0 ? [] : [code],
        Binding.Of(Head + $$$$"""
            system s { owner "o" }
            judge j {
              satisfies JG-01
              model "m" from "p"
              at output
              {{{{sample}}}}
              timing async
              prompt "Is this fine? {{ output.text }}"
              returns { fine: bool }
              when not fine then flag
            }
            control c { at output  when length(text) > 1_000 then flag  {{{{rule}}}} }
            """).Diagnostics.Select(found => found.Code).Where(found => found.StartsWith("AIRS60", StringComparison.Ordinal)));

    // Of every id whose entry lists who carries it, so that a new one is held to its list too.
    public static IEnumerable<object[]> Listed =>
        from catalogue in ShippedCatalogues.All
        from entry in catalogue.Entries.Values
        where entry.By.Count > 0
        from kind in Enum.GetValues<Claimant>()
        select new object[] { entry.Id, kind };

    [Theory]
    [MemberData(nameof(Listed))]
    public void Every_entry_that_lists_its_carriers_refuses_all_others(string id, Claimant kind)
    {
        var entry = ShippedCatalogues.Of(id)!.Entries[id];
        var claim = $"satisfies {id}";
        var declaration = kind switch
        {
            Claimant.Control => $"control c {{ {claim}  at output  always flag }}",
            Claimant.Judge =>
                $"judge j {{ {claim}  at output  model \"m\" from \"p\"  prompt \"Fine? {{{{ output.text }}}}\"  returns {{ fine: bool }}  when not fine then flag }}",
            Claimant.Breaker => $"breaker b {{ {claim}  per user  trip when count of input per user within 1m > 5  open for 5m  probe 3 }}",
            Claimant.System => "",
            _ => $"{kind.ToString().ToLowerInvariant()} d {{ {claim} }}",
        };
        var found = Binding.Of(Head + $"system s {{ owner \"o\"  {(kind == Claimant.System ? claim : "")} }}\n{declaration}\n").Diagnostics;
        Assert.Equal(!entry.By.Contains(kind), found.Any(one => one.Code == "AIRS6044"));
    }
}
