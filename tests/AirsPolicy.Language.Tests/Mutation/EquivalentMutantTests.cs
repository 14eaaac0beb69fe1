using AirsPolicy.Language.Mutation;
using AirsPolicy.Language.Tests.Semantics;

namespace AirsPolicy.Language.Tests.Mutation;

public class EquivalentMutantTests
{
    [Fact]
    public void A_change_that_is_proved_to_decide_the_same_is_not_counted()
    {
        // A detector whose score is 0%, 40% or 90% cannot tell 'more than 50%' from 'at least 50%', nor from 60%.
        var report = new MutationRun(Binding.Of(Binding.Policy(
            "detector threat { match \"bomb\" weighs 90%  match \"fool\" weighs 40% }",
            "control c { at input  when threat.score(text) > 50% then block }",
            "test \"a bomb\" { given input \"the bomb\"  expect block by c }",
            "test \"a fool\" { given input \"a fool\"  expect allow }"))).Run()!;
        var shifted = report.Results.Where(result => result.Mutant.Kind == MutantKind.Shifted).ToList();
        Assert.NotEmpty(shifted);
        Assert.All(shifted, result => Assert.Equal(MutantVerdict.Equal, result.Verdict));
        Assert.Equal(report.Results.Count - shifted.Count, report.Score.All);
    }

    [Theory]
    [InlineData("detector d { match \"bomb\" weighs 90%  match \"Bomb\" weighs 40% }", "does not look for \"Bomb\"")]
    [InlineData("detector d { match \"bomb\"  except \"nothing\" }", "does not except \"nothing\"")]
    [InlineData("detector d { match \"bomb\"  except \"bath bomb\", \"Bath Bomb\" }", "does not except \"Bath Bomb\"")]
    public void A_part_of_a_detector_that_says_nothing_beside_the_others_is_not_counted(string detector, string change) =>
        Assert.Equal(MutantVerdict.Equal, Verdict(detector, "when d.score(text) > 20% then block", change));

    [Theory]
    [InlineData("detector d { match \"bomb\" weighs 40%  match \"Bomb\" weighs 90% }", "does not look for \"Bomb\"")]
    [InlineData("detector d { match \"bomb\" weighs 40%  match \"Bomb\" weighs 40%  score total }", "does not look for \"Bomb\"")]
    [InlineData("detector d { match \"bomb\"  except \"bath bomb\" }", "does not except \"bath bomb\"")]
    [InlineData("detector d { view folded, decoded  match \"bomb\"  except \"Ym9tYg\" }", "does not except \"Ym9tYg\"")]
    public void A_part_of_a_detector_that_may_say_something_is_counted(string detector, string change) =>
        Assert.Equal(MutantVerdict.Survived, Verdict(detector, "when d.score(text) > 20% then block", change));

    [Fact]
    public void An_effect_that_comes_to_nothing_beside_another_is_not_counted()
    {
        Assert.Equal(
            MutantVerdict.Equal,
            Verdict("", "when text contains \"bomb\" then replace with \"y\", append \"x\"", "appends no more"));
        // What is appended to a text that does not go on is on the record, and a test may ask for it.
        Assert.Equal(MutantVerdict.Survived, Verdict("", "when text contains \"bomb\" then block, append \"x\"", "appends no more"));
        Assert.Equal(MutantVerdict.Survived, Verdict("", "when text contains \"bomb\" then flag, append \"x\"", "appends no more"));
        Assert.Equal(
            MutantVerdict.Survived,
            Verdict("", "when text contains \"bomb\" then block, append \"x\"", "only flags instead of blocking"));
    }

    private static MutantVerdict Verdict(string declaration, string rule, string change) =>
        Results(declaration, rule).Single(result => result.Mutant.Change == change).Verdict;

    private static List<MutantResult> Results(string declaration, string rule) => [.. new MutationRun(Binding.Of(Binding.Policy(
        declaration, $"control c {{ at input  {rule} }}", "test \"a\" { given input \"nothing\"  expect allow }"))).Run()!.Results];

    [Fact]
    public void A_change_that_a_request_shows_is_counted()
    {
        var report = new MutationRun(
            Binding.Of(
                Binding.Policy(
                    "control c { at input  when length(text) > 5 then block }",
                    "test \"long\" { given input \"much too long\"  expect block by c }"))
        ).Run()!;
        Assert.Equal(MutantVerdict.Survived, report.Results.Single(result => result.Mutant.Change == "compares by '>='").Verdict);
    }
}
