using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Language.Reasoning.Proofs;
using AirsPolicy.Language.Tests.Semantics;
using FsCheck;
using FsCheck.Fluent;
using Outcome = AirsPolicy.Runtime.Decisions.Outcome;

namespace AirsPolicy.Language.Tests.Reasoning;

[Trait("Length", "long")]
public class ProofTests
{
    private const string Declarations = """
        queue people { sla 1h  reviewers "expert" }
        fact n: int at input
        fact m: int at input
        fact most: int? at input
        fact kind: one of [retail, trade, bank] at input
        detector threat { match "bomb" weighs 90%  match /fools?/ weighs 40%  found at 85% }

        """;

    private static readonly string[] s_atoms =
    [
        "n > 2",
        "n <= 2",
        "n < m",
        "m <= n + 1",
        "kind == retail",
        "kind in [trade, bank]",
        "has most",
        "(most ?? 3) > 3",
        "text contains \"a\"",
        "text matches /^[a-c]+$/",
        "length(text) > 3",
        "threat.found(text)",
        "threat.score(text) >= 40%",
        "n + m > 4",
        "user.id == \"ann\"",
    ];

    private static readonly Gen<string> s_condition = Gen.OneOf(
        Gen.Elements(s_atoms),
        from left in Gen.Elements(s_atoms) from right in Gen.Elements(s_atoms) select $"{left} and {right}",
        from left in Gen.Elements(s_atoms) from right in Gen.Elements(s_atoms) select $"{left} or {right}",
        from operand in Gen.Elements(s_atoms) select $"not ({operand})");

    private static readonly Gen<string> s_rule =
        from condition in s_condition
        from effect in Gen.Elements("block", "hold for people", "flag", "halt session", "append \"x\"", "redact pii.card")
        select $"when {condition} then {effect}";

    private static readonly Gen<string> s_control =
        from rules in s_rule.ArrayOf(2)
        from error in Gen.Elements("", "on error flag", "on error halt", "on error hold for people")
        from mode in Gen.Elements("", "", "", "mode detect", "mode detect until 2026-01-01")
        select $"at input {error} {mode} {string.Join("  ", rules)}";

    private static readonly Gen<string> s_facts =
        from n in Gen.Elements("", ",\"n\":1", ",\"n\":2", ",\"n\":3", ",\"n\":9223372036854775807")
        from m in Gen.Elements("", ",\"m\":0", ",\"m\":2", ",\"m\":3", ",\"m\":5")
        from most in Gen.Elements("", ",\"most\":2", ",\"most\":5")
        from kind in Gen.Elements("", ",\"kind\":\"retail\"", ",\"kind\":\"trade\"", ",\"kind\":\"bank\"")
        from user in Gen.Elements(
            "",
            ",\"user\":{\"id\":\"ann\",\"roles\":[],\"groups\":[]}",
            ",\"user\":{\"id\":\"bob\",\"roles\":[],\"groups\":[]}")
        from day in Gen.Elements("2026-01-01", "2026-01-02")
        from text in Gen.Elements("", "abc", "a", "b", "the bomb", "fools", "abcd", "4111 1111 1111 1111")
        select $$"""{"now":"{{day}}T12:00:00Z","today":"{{day}}","input":{"text":"{{text}}","source":"user"}{{n}}{{m}}{{most}}{{kind}}{{user}} }""";

    [Fact]
    public void No_request_contradicts_a_proof_and_every_counter_example_is_a_test_that_fails()
    {
        var (proved, refuted, open) = (0, 0, 0);
        var cases =
            from controls in s_control.ArrayOf(3)
            from condition in s_condition
            from least in Gen.Choose(1, 5)
            from facts in s_facts.ArrayOf(40)
            select (controls, condition, least, facts);
        Prop.ForAll(Arb.From(cases), drawn =>
        {
            var least = ((Outcome)drawn.least).ToString().ToLowerInvariant();
            var controls = string.Join('\n', drawn.controls.Select((control, i) => $"control c{i} {{ {control} }}"));
            // The condition once more, as a rule that shows whether it is met.
            var probe = $"control probe {{ at input  when {drawn.condition} then notify \"probe\" }}";
            var source = Binding.Policy(Declarations, controls, $"prove \"p\" assume {{ at input when {drawn.condition} then at least {least} }}");
            if (Binding.Of(source) is not { } analysis || Binding.Of(Binding.Policy(Declarations, controls, probe)).Model is not { } probed)
                return;
            var proof = analysis.Model?.Proofs[0];
            var model = analysis.Model ?? Binding.Of(Binding.Policy(Declarations, controls)).Model!;
            proof ??= ProbedProof(probed);
            var result = new ProofSearch(model).Decide(proof);
            switch (result.Verdict)
            {
                case ProofVerdict.Proved:
                    proved++;
                    var interpreter = new PolicyInterpreter(probed);
                    foreach (var facts in drawn.facts)
                    {
                        var decision = interpreter.Decide("input", facts);
                        var isMet = decision.Fired.Any(fired => fired.Origin.Control == "p.probe" && fired.Failure is null);
                        Assert.False(isMet && decision.Outcome < (Outcome)drawn.least, $"{source} on {facts}");
                    }
                    break;
                case ProofVerdict.Refuted:
                    refuted++;
                    var tested = Binding.Of(Binding.Policy(Declarations, controls, result.Example!.Test));
                    Assert.False(tested.HasErrors, string.Join('\n', tested.Diagnostics));
                    Assert.True(new PolicyTestRunner(tested.Model!).Run().Single().Findings.Count > 0, $"{controls}\n{result.Example.Test}\n{result.Example.Facts}");
                    break;
                default:
                    open++;
                    break;
            }

            Model.ProofModel ProbedProof(Model.PolicyModel of)
            {
                var placement = of.Controls.Single(control => control.Id == "p.probe").Placements[0];
                return new(
                    "p",
                    true,
                    [new Model.ProvenPlace("input", [], placement.Rules[0].Condition)],
                    (Outcome)drawn.least,
                    placement.Rules[0].Place);
            }
        }
            )
            .Check(Laws.Config.WithMaxTest(150));
        Assert.True(proved > 10 && refuted > 50, $"{proved} were proved, {refuted} refuted, {open} left open.");
        Assert.True(open * 5 < refuted, $"{proved} were proved, {refuted} refuted, {open} left open.");
    }

    [Fact]
    public void A_rule_whose_control_does_less_where_it_fails_proves_nothing_of_facts_that_may_be_missing()
    {
        const string control = "control c { at input  on error flag  when n > 2 and kind == retail then block }\n";
        var analysis = Binding.Of(
            Binding.Policy(Declarations, control, "prove \"p\" { at input when n > 2 and kind == retail then at least block }"));
        Assert.Empty(analysis.Diagnostics);
        var missing = Binding.Of(
            Binding.Policy(Declarations, control, "prove \"p\" { at input when n > 2 and not (kind in [trade, bank]) then at least block }")
        );
        Assert.Empty(missing.Diagnostics);
        var other = Binding.Of(
            Binding.Policy(
                Declarations,
                control,
                "control d { at input  on error flag  when m > 2 or n > 3 then block }",
                "prove \"p\" { at input when n > 3 then at least block }"));
        Assert.Contains("n: 4", Assert.Single(other.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "when length(text) > 3 then block\n",
        "charts, breakers and judges",
        """
            queue soon { sla 1h  reviewers "r" }
            judge conduct { model "m" from "o"  at input  sample 20%  on error flag  prompt "{{ text }}"  returns { ok: bool }  when not ok then flag }
            pace human {
              enter alternate when queue.soon.reviewers == 0
              from alternate at input always block
              recover alternate -> primary by "lead"
            }
            breaker often { per user  trip when count of refused input per user within 60s >= 5  open for 5m  probe 3 }
            """
    )]
    public void A_counter_example_is_a_test_that_fails_also_beside(string rule, string beside, string declarations)
    {
        var control = $"control c {{ at input  {rule} }}";
        var found = Assert.Single(
            Binding
                .Of(Binding.Policy(declarations, control, "prove \"p\" { at input when length(text) > 2 then at least block }"))
                .Diagnostics);
        Assert.Equal("AIRS7030", found.Code);
        var model = Binding.Of(Binding.Policy(declarations, control, found.Arguments[2])).Model;
        Assert.True(model is not null, $"{beside}: {found.Message}");
        Assert.NotEmpty(new PolicyTestRunner(model).Run().Single().Findings);
        Assert.DoesNotContain("ages", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_past_that_no_test_begins_with_is_no_counter_example()
    {
        const string Tool = "tool pay { class irreversible  args { to: text }  when origin(args.to) != [user] then block }";
        var found = Binding.Of(Binding.Policy(Tool, "prove \"p\" { at tool_call of pay then at least block }")).Diagnostics;
        Assert.Equal(["AIRS7031"], found.Select(finding => finding.Code));
    }

    [Fact]
    public void What_is_only_tried_out_proves_nothing()
    {
        var analysis = Binding.Of(
            Binding.Policy(
                Declarations,
                "control c { at input  mode detect  always block }",
                "prove \"p\" { at input then at least block }"));
        Assert.Equal(["AIRS7030"], analysis.Diagnostics.Select(found => found.Code));
    }

    [Fact]
    public void An_agent_s_rules_and_edges_count_as_well()
    {
        const string policy = """
            tool pay { class irreversible  args { amount: money GBP }  when args.amount < 0 GBP then block }
            tool other {}
            agent payer { tools pay  when args.amount > 100 GBP then hold for people }
            agent idle { tools other }
            prove "large payments wait, whoever pays" { at tool_call of pay when args.amount > 100 GBP then at least hold }
            prove "the idle pay nothing" { at tool_call of pay when agent.id == "idle" then at least block }
            """;
        Assert.Empty(
            Binding
                .Of(Binding.Policy("queue people { sla 1h  reviewers \"expert\" }", policy))
                .Diagnostics.Select(found => found.ToString()));
    }
}
