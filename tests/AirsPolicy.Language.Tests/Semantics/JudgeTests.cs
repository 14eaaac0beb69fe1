using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Judges;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Tests.Semantics;

public class JudgeTests
{
    private const string Guard =
        "judge guard { model \"m\" from \"p\"  at output  sample 20%  sample 50% where session.turns > 10  timing inline  timeout 2s  " +
        "prompt \"Look: {{ text }}.\"  returns { go: bool }  when not go then block }";

    [Fact]
    public void A_judge_brings_its_answer_its_draw_and_the_lack_of_an_answer_as_facts_of_its_points()
    {
        var model = Binding.Model(Binding.Policy(Guard));
        var judge = Assert.Single(model.Judges);
        Assert.Equal(
            (200_000, true, JudgeMode.Operational, 2 * TimeSpan.TicksPerSecond, 1),
            (judge.Sample, judge.Inline, judge.Mode, judge.Timeout, judge.Quorum));
        Assert.Equal(
            [new PromptPart("Look: ", []), new PromptPart(null, ["output", "text"]), new PromptPart(".", [])],
            Assert.Single(judge.Places).Prompt);
        var facts = model.Layouts.Single(layout => layout.Point == "output").Facts;
        Assert.Equal(judge.Returns, facts.Find($"judge:{judge.Name}")?.Shape);
        Assert.Equal(ShareShape.Instance, facts.Find($"draw:{judge.Name}")?.Shape);
        Assert.True(facts.Find($"unanswered:{judge.Name}")?.Optional);
        Assert.Null(model.Layouts.Single(layout => layout.Point == "input").Facts.Find($"judge:{judge.Name}"));
        Assert.Contains(new HostBinding("judge", "m"), model.Hosts);
    }

    [Fact]
    public void The_rules_of_a_judge_are_those_of_a_control_and_one_that_asks()
    {
        var model = Binding.Model(Binding.Policy(Guard));
        var control = Assert.Single(model.Controls);
        Assert.Equal(Assert.Single(model.Judges).Control, control.Id);
        Assert.Equal(new FixedEffectModelOf(new BlockEffect(null)).Model, control.OnError);
        Assert.Equal([0, 1], control.Placements[0].Rules.Select(rule => rule.Ordinal));
        Assert.Equal(
            [new FixedEffectModelOf(new EventEffect(EventAction.Ask, model.Judges[0].Name)).Model],
            control.Placements[0].Rules[1].Effects);
    }

    [Theory]
    [InlineData("judge j { }", "AIRS5101")]
    [InlineData("judge j { model \"m\"  at output  prompt \"{{ text }}\"  returns bool }", "AIRS5102")]
    [InlineData("judge j { model \"m\"  at output  prompt \"{{ text }}\"  returns { session: bool } }", "AIRS5103")]
    [InlineData("judge j { model \"m\"  at output  prompt \"{{ text }}\"  returns { go: bool }  when go then block }", "AIRS5104")]
    [InlineData(
        "judge j { model \"m\"  at output  prompt \"{{ text }}\"  returns { go: bool }  timing inline  mode advisory  on error block }",
        "AIRS5105"
    )]
    [InlineData(
        "judge j { model \"m\"  at output  prompt \"{{ text }}\"  returns { go: bool } }\ncontrol c { at input  always ask j }",
        "AIRS5106"
    )]
    [InlineData("judge j { model \"m\"  at output  prompt \"{{ text }}\"  returns { go: bool }  when not go then ask j }", "AIRS5107")]
    [InlineData("judge j { model \"m\"  at output  prompt \"{{ text }} {{ nobody }}\"  returns { go: bool } }", "AIRS5108")]
    [InlineData("judge j { model \"m\"  at output  prompt \"Well? {{ session.id }}\"  returns { go: bool } }", "AIRS5109")]
    [InlineData("judge j { model \"m\" quorum 2  at output  prompt \"{{ text }}\"  returns { go: bool } }", "AIRS5110")]
    [InlineData("judge j { model \"m\"  at output  prompt \"{{ text }}\"  returns { go: bool }  timeout 0s }", "AIRS3015")]
    [InlineData("judge j { model \"m\"  at output  prompt \"{{ text }}\"  returns { go: bool }  timing soon }", "AIRS4008")]
    public void What_is_wrong_with_a_judge_is_one_finding(string declarations, string code) =>
        Assert.Equal([code], Binding.Of(Binding.Policy(declarations)).Diagnostics.Select(found => found.Code).Distinct());

    [Fact]
    public void A_prompt_names_its_variable_where_it_stands()
    {
        var found = Assert.Single(
            Binding
                .Of(
                    Binding.Policy(
                        "judge j { model \"m\"  at output  prompt \"\\\"{{ text }}\\\" by {{ nobody }}\"  returns { go: bool } }"))
                .Diagnostics);
        Assert.Equal("nobody", found.Source.Slice(found.Span).ToString());
    }

    [Fact]
    public void Tests_say_what_judges_answer()
    {
        var model = Binding.Model(
            Binding.Policy(
                Guard,
                "judge conduct { model \"l\"  at output  sample 100%  prompt \"{{ text }}\"  returns { verdict: one of [ok, escalate] " +
                "}  when verdict == escalate then escalate people }",
                "queue people { reviewers \"r\" }",
                "test \"unsampled\" { given output \"x\"  expect allow, asked == [conduct] }",
                "test \"asked\" { given output \"x\" { flagged: true }  judge guard answers { go: false }  expect block by guard }",
                "test \"passed\" { given output \"x\" { flagged: true }  judge guard answers { go: true }  judge conduct answers { " +
                "verdict: escalate }  expect allow, escalated contains people }",
                "test \"failed\" { given output \"x\" { flagged: true }  judge guard fails  expect block by guard }",
                "test \"late\" { given output \"x\" { flagged: true }  expect block by guard, errors != [] }",
                "test \"afterwards\" { given output \"x\"  judge conduct fails  expect flag by conduct }",
                "test \"deep\" { given output \"x\" { session: { turns: 11 }, \"draw:p.guard\": 49% }  judge guard answers { go: false }  expect block }".Replace(
                    "p.guard",
                    $"{Binding.Model(Binding.Policy(Guard)).Judges[0].Name}",
                    StringComparison.Ordinal),
                "test \"unheard\" { given output \"x\"  judge guard answers { go: false }  expect allow }"));
        var results = new PolicyTestRunner(model).Run();
        Assert.Equal(["unheard"], results.Where(result => result.Verdict != TestVerdict.Passed).Select(result => $"{result.Test.Title}"));
        Assert.Contains("is not asked about this request", Assert.Single(results[^1].Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_belongs_to_a_request() =>
        Assert.Equal(
            ["AIRS5111"],
            Binding
                .Of(Binding.Policy(Guard, "test \"t\" { given output \"x\"  expect allow  judge guard fails }"))
                .Diagnostics.Select(found => found.Code));

    private sealed record FixedEffectModelOf(Effect Effect)
    {
        public Language.Model.Effects.FixedEffectModel Model => new(Effect);
    }
}
