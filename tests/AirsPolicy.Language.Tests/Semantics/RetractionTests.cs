using AirsPolicy.Language.Evaluation.Testing;

namespace AirsPolicy.Language.Tests.Semantics;

/// <summary>Only who looks once a decision is made takes back what has gone on.</summary>
public class RetractionTests
{
    private const string Rest = "prompt \"{{ text }}\"  returns { bad: bool }  when bad then retract \"It was wrong.\" }";

    [Fact]
    public void A_judge_that_is_asked_afterwards_retracts()
    {
        var model = Binding.Model(Binding.Policy(
            "judge later { model \"m\"  at output  on error retract \"Nobody could look.\"  " + Rest,
            "test \"bad\" { given output \"x\"  judge later answers { bad: true }  expect allow, retracted == [\"It was wrong.\"] }",
            "test \"good\" { given output \"x\"  judge later answers { bad: false }  expect allow, retracted == [] }",
            "test \"fails\" { given output \"x\"  judge later fails  expect allow, retracted == [\"Nobody could look.\"], errors != [] }"));
        Assert.All(new PolicyTestRunner(model).Run(), result => Assert.Equal(TestVerdict.Passed, result.Verdict));
        Assert.Contains(new Language.Model.HostBinding("retract", "answers"), model.Hosts);
    }

    [Fact]
    public void What_was_refused_is_not_taken_back()
    {
        var model = Binding.Model(Binding.Policy(
            "judge later { model \"m\"  at output  " + Rest,
            "control c { at output  when text contains \"secret\" then block }",
            "test \"t\" { given output \"a secret\"  judge later answers { bad: true }  expect block, retracted == [] }"));
        Assert.All(new PolicyTestRunner(model).Run(), result => Assert.Equal(TestVerdict.Passed, result.Verdict));
    }

    [Fact]
    public void A_word_of_another_language_is_one_finding() => Assert.Equal(
        ["AIRS1120"],
        Binding.Of(Binding.Policy("control c { at output  when text contains \"x\" then alert \"x\" }")).Diagnostics.Select(found => found.Code));

    [Fact]
    public void What_a_judge_in_shadow_mode_would_take_back_stays()
    {
        var model = Binding.Model(Binding.Policy(
            "judge later { model \"m\"  at output  mode shadow  " + Rest,
            "test \"t\" { given output \"x\"  judge later answers { bad: true }  expect allow, retracted == [], would contains later }"));
        Assert.All(new PolicyTestRunner(model).Run(), result => Assert.Equal(TestVerdict.Passed, result.Verdict));
    }

    [Theory]
    [InlineData("judge j { model \"m\"  at output  timing inline  " + Rest, "AIRS5122")]
    [InlineData("judge j { model \"m\"  at output  timing inline  mode advisory  " + Rest, "AIRS5122")]
    [InlineData("judge j { model \"m\"  at output  timing async  mode advisory  " + Rest, "AIRS5105")]
    [InlineData("control c { at output  always retract \"x\" }", "AIRS5122")]
    [InlineData("control c { at output  on error retract \"x\"  when text contains \"x\" then block }", "AIRS5122")]
    [InlineData("control c { at output  when text contains \"x\" then withdraw \"x\" }", "AIRS1120")]
    public void Before_a_decision_there_is_nothing_to_take_back(string declaration, string code) =>
        Assert.Equal(code, Binding.Of(Binding.Policy(declaration)).Diagnostics.Select(found => found.Code).Distinct().First());
}
