using System.Text.Json.Nodes;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;

namespace AirsPolicy.Language.Tests.Semantics;

/// <summary>What several judges and models have answered is put together: they agree, or a rule reads what each has said.</summary>
public class JudgeAnswerTests
{
    private const string Legal =
        "judge legal { model \"l\"  at output  timing inline  prompt \"{{ text }}\"  returns { verdict: one of [ok, stop], why: text? } }";

    private const string Tone =
        "judge tone { model \"t\"  at output  timing inline  prompt \"{{ text }}\"  returns { rude: bool }  when rude then flag }";

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 1)]
    [InlineData(3, 2)]
    [InlineData(3, 3)]
    [InlineData(5, 3)]
    public void A_rule_follows_where_it_holds_for_as_many_as_have_to_agree_and_silence_counts_as_agreement(int models, int agree)
    {
        var names = string.Join(", ", Enumerable.Range(0, models).Select(number => $"\"m{number}\""));
        // Of many models a check says that it is bounded.
        var model = Binding.Of(Binding.Policy(
            $"judge panel {{ model {names} agree {agree}  at output  timing inline  sample 0%  prompt \"{{{{ text }}}}\"  "
                + "returns { bad: bool }  when bad then block }")).Model!;
        var interpreter = new PolicyInterpreter(model);
        // Each model says no, says yes, or says nothing.
        for (var said = 0; said < (int)Math.Pow(3, models); said++)
        {
            var facts = new JsonObject { ["output"] = new JsonObject { ["text"] = "x" }, ["flagged"] = false };
            var (yes, silent) = (0, 0);
            for (var (number, rest) = (0, said); number < models; number++, rest /= 3)
            {
                if (rest % 3 == 2)
                    silent++;
                else
                    facts[JudgeFact.Answer(model.Judges[0].Name, number)] = new JsonObject { ["bad"] = rest % 3 == 1 };
                yes += rest % 3 == 1 ? 1 : 0;
            }
            Assert.Equal(
                yes > 0 && yes + silent >= agree ? Outcome.Block : Outcome.Allow,
                interpreter.Decide("output", facts.ToJsonString()).Outcome);
        }
    }

    [Fact]
    public void A_rule_without_a_condition_follows_from_every_answer()
    {
        var model = Binding.Model(Binding.Policy(
            "judge panel { model \"a\", \"b\" agree 2  at output  timing inline  sample 0%  prompt \"{{ text }}\"  returns { bad: bool }  "
                + "always flag }"));
        var interpreter = new PolicyInterpreter(model);
        var name = model.Judges[0].Name;
        Assert.Equal(Outcome.Allow, interpreter.Decide("output", """{ "output": { "text": "x" }, "flagged": false }""").Outcome);
        Assert.Equal(
            Outcome.Flag,
            interpreter.Decide("output", $$"""{ "output": { "text": "x" }, "flagged": false, "judge:{{name}}:2": { "bad": false } }""").Outcome);
    }

    [Fact]
    public void Controls_read_what_judges_have_answered_and_ask_others()
    {
        var model = Binding.Model(Binding.Policy(
            Legal,
            Tone,
            "judge third { model \"t\"  at output  sample 0%  timing inline  prompt \"{{ text }}\"  returns { fine: bool }  "
                + "when not fine then block }",
            "let stops = has legal and legal.verdict == stop",
            "control both { at output  when stops and has tone and tone.rude then block  when stops then ask third }",
            "test \"both\" { given output \"x\"  judge legal answers { verdict: stop }  judge tone answers { rude: true }  expect block by both }",
            "test \"one\" { given output \"x\"  judge legal answers { verdict: stop }  judge tone answers { rude: false }  "
                + "judge third answers { fine: true }  expect allow, asked contains third }",
            "test \"third\" { given output \"x\"  judge legal answers { verdict: stop }  judge tone answers { rude: false }  "
                + "judge third answers { fine: false }  expect block by third }",
            "test \"none\" { given output \"x\"  judge legal answers { verdict: ok }  judge tone answers { rude: false }  expect allow }",
            "test \"fails\" { given output \"x\"  judge legal fails  judge tone answers { rude: true }  expect block by legal, errors != [] }"));
        Assert.All(new PolicyTestRunner(model).Run(), result => Assert.Equal(TestVerdict.Passed, result.Verdict));
    }

    [Fact]
    public void A_sample_hangs_on_what_another_judge_has_answered()
    {
        var model = Binding.Model(Binding.Policy(
            Tone,
            "judge second { model \"s\"  at output  sample 0%  sample 100% where has tone and tone.rude  timing inline  prompt \"{{ text }}\"  "
                + "returns { bad: bool }  when bad then block }",
            "test \"rude\" { given output \"x\"  judge tone answers { rude: true }  judge second answers { bad: true }  expect block by second }",
            "test \"not\" { given output \"x\"  judge tone answers { rude: false }  expect allow, asked == [tone] }"));
        Assert.All(new PolicyTestRunner(model).Run(), result => Assert.Equal(TestVerdict.Passed, result.Verdict));
    }

    [Theory]
    [InlineData("has legal and legal.verdict == stop")]
    [InlineData("has legal and has legal.why and legal.why contains \"x\"")]
    [InlineData("has legal and (legal.why ?? \"\") contains \"x\"")]
    public void A_judge_that_is_asked_afterwards_reads_the_others(string condition)
    {
        var later = $"judge later {{ model \"m\"  at output  prompt \"{{{{ text }}}}\"  returns {{ bad: bool }}  when bad and {condition} then flag }}";
        Binding.Model(Binding.Policy(Legal, later));
        Binding.Model(Binding.Policy(Legal.Replace("timing inline", "timing async", StringComparison.Ordinal), later));
    }

    [Theory]
    [InlineData("legal.verdict == stop", "AIRS2017", "ask 'has legal' first")]
    [InlineData("not (has legal and legal.verdict == ok)", "AIRS5123", "where 'p.legal' has not answered")]
    [InlineData("not has legal", "AIRS5123", "begin with 'has p.legal and'")]
    [InlineData("(legal.why ?? \"x\") contains \"x\"", "AIRS5123", "begin with 'has p.legal and'")]
    [InlineData("text contains \"x\" or has legal", "AIRS5123", "begin with 'has p.legal and'")]
    [InlineData("has legal and legal.why contains \"x\"", "AIRS2017", "ask 'has legal.why' first")]
    [InlineData("has legal and legal.verdit == stop", "AIRS2002", "verdict")]
    [InlineData("has panel and panel.bad", "AIRS5121", "it asks several models")]
    [InlineData("has later and later.bad", "AIRS5121", "it answers once the decision is made")]
    [InlineData("has shadow and shadow.bad", "AIRS5121", "its mode is not operational")]
    [InlineData("has elsewhere and elsewhere.bad", "AIRS5106", "it stands at 'input'")]
    public void An_answer_that_cannot_be_read_is_refused(string condition, string code, string says)
    {
        const string Rest = "prompt \"{{ text }}\"  returns { bad: bool }  when bad then flag }";
        var found = Binding.Of(Binding.Policy(
            Legal,
            "judge panel { model \"a\", \"b\"  at output  timing inline  " + Rest,
            "judge later { model \"a\"  at output  " + Rest,
            "judge shadow { model \"a\"  at output  timing inline  mode shadow  " + Rest,
            "judge elsewhere { model \"a\"  at input  timing inline  " + Rest,
            $"control c {{ at output  when {condition} then block }}")).Diagnostics;
        Assert.All(found, one => Assert.Equal(code, one.Code));
        Assert.Contains(says, found[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_judge_may_leave_out_is_asked_for_as_its_rules_write_it()
    {
        var found = Assert.Single(Binding.Of(Binding.Policy(
            "judge j { model \"m\"  at output  prompt \"{{ text }}\"  returns { bad: bool, why: { text: text? }? }  "
                + "when bad and why.text contains \"x\" then flag  when bad then flag }")).Diagnostics);
        Assert.Equal(("AIRS2017", true), (found.Code, found.Message.Contains("ask 'has why' first", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_prompt_is_offered_no_text_where_a_point_has_none()
    {
        var found = Binding.Of(Binding.Policy("judge j { model \"m\"  at plan  prompt \"{{ text }}\"  returns { bad: bool } }")).Diagnostics;
        Assert.DoesNotContain("did you mean 'text'", Assert.Single(found, one => one.Code == "AIRS5108").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_else_is_asked_for_of_a_verdict_that_another_reads()
    {
        const string Read = "judge legal { model \"l\"  at output  timing inline  prompt \"{{ text }}\"  returns { verdict: one of [ok, odd, stop] }  "
            + "when verdict == stop then block }";
        Assert.Equal(["AIRS5113"], Binding.Of(Binding.Policy(Read)).Diagnostics.Select(found => found.Code));
        Assert.Empty(Binding.Of(Binding.Policy(Read, "control c { at output  when has legal and legal.verdict == odd then flag }")).Diagnostics);
    }

    [Theory]
    [InlineData("\"a\", \"b\" agree 3")]
    [InlineData("\"a\", \"b\" agree 0")]
    [InlineData("\"a\" agree 2")]
    [InlineData("\"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\", \"9\", \"10\" agree 2")]
    public void As_many_agree_as_there_are_models_at_most(string models) =>
        Assert.Equal(
            ["AIRS5120"],
            Binding
                .Of(Binding.Policy(
                    $"judge j {{ model {models}  at output  timing inline  prompt \"{{{{ text }}}}\"  returns {{ bad: bool }}  when bad then block }}"))
                .Diagnostics.Select(found => found.Code));

    [Theory]
    [InlineData("control c { at tool_call  always ask j }", true)]
    [InlineData("control c { at tool_call of look  always ask j }", true)]
    [InlineData("control c { at tool_call of pay, look  always ask j }", true)]
    [InlineData("control c { at tool_call of pay  always ask j }", false)]
    [InlineData("control c { at tool_call of look  when has j and j.bad then block }", true)]
    [InlineData("control c { at tool_call of pay, look  when has j and j.bad then block }", false)]
    [InlineData("control c { at tool_call  when has j and j.bad then block }", false)]
    public void A_judge_that_stands_for_some_tools_is_asked_and_read_there(string control, bool isWrong)
    {
        var found = Binding.Of(Binding.Policy(
            "tool pay { class irreversible }  tool look { class read_only }",
            "judge j { model \"m\"  at tool_call of pay  timing inline  sample 0%  prompt \"{{ tool }} {{ args }}\"  returns { bad: bool }  "
                + "when bad then block }",
            control)).Diagnostics;
        Assert.Equal(isWrong, found.Any(one => one.Code == "AIRS5106" && one.Message.Contains("'tool_call' of 'pay'", StringComparison.Ordinal)));
        Assert.DoesNotContain(found, one => one.Severity == DiagnosticSeverity.Error && one.Code != "AIRS5106");
    }

    [Theory]
    [InlineData("sample 0%", true)]
    [InlineData("sample 10%", false)]
    public void What_reads_a_judge_that_nobody_asks_carries_nothing(string sample, bool isIdle)
    {
        var found = Binding.Of(
            "policy p\nuse catalogue \"airs_sdk\"\nsystem s { owner \"o\"  tier risk.high because \"x\"  profile { n: 1 } }\n"
                + "scheme risk \"R\" { profile { n: int }  score 5 where profile.n > 0 because \"x\"  ladder low 3, high }\n"
                + "tier high in risk { requires GR-OUT-01 }\n"
                + $"judge legal {{ model \"m\"  at output  timing inline  {sample}  prompt \"{{{{ text }}}}\"  returns {{ bad: bool }} }}\n"
                + "control c { satisfies GR-OUT-01  at output  when has legal and legal.bad then block }\n").Diagnostics;
        Assert.Equal(isIdle, found.Any(one => one.Severity == DiagnosticSeverity.Error));
    }

    [Theory]
    [InlineData("sample 0%", true)]
    [InlineData("sample 10%", false)]
    public void Nor_does_what_reads_a_judge_that_is_asked_by_the_answer_of_one_that_nobody_asks(string sample, bool isIdle)
    {
        static string Judge(string name, string sample) =>
            $"judge {name} {{ model \"m\"  at output  timing inline  {sample}  prompt \"{{{{ text }}}}\"  returns {{ bad: bool }} }}\n";
        var found = Binding.Of(
            "policy p\nuse catalogue \"airs_sdk\"\nsystem s { owner \"o\"  tier risk.high because \"x\"  profile { n: 1 } }\n"
                + "scheme risk \"R\" { profile { n: int }  score 5 where profile.n > 0 because \"x\"  ladder low 3, high }\n"
                + "tier high in risk { requires GR-OUT-01 }\n"
                + Judge("second", "sample 0%") + Judge("legal", sample)
                + "control passes { at output  when has legal and legal.bad then ask second }\n"
                + "control c { satisfies GR-OUT-01  at output  when has second and second.bad then block }\n").Diagnostics;
        Assert.Equal(isIdle, found.Any(one => one.Severity == DiagnosticSeverity.Error));
    }
}
