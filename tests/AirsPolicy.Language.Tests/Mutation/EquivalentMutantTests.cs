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

    [Fact]
    public void A_change_that_a_request_shows_is_counted()
    {
        var report = new MutationRun(Binding.Of(Binding.Policy(
            "control c { at input  when length(text) > 5 then block }", "test \"long\" { given input \"much too long\"  expect block by c }"))).Run()!;
        Assert.Equal(MutantVerdict.Survived, report.Results.Single(result => result.Mutant.Change == "compares by '>='").Verdict);
    }
}
