using AirsPolicy.Language.Evaluation;
using Xunit;

namespace AirsPolicy.Conformance.Tests.Differential;

public sealed class RandomPolicyTests
{
    private const int Least = 1_000;

    [Fact]
    public void Random_policies_reach_every_operator_effect_and_type()
    {
        var coverage = new Coverage();
        foreach (var (_, model, requests) in RandomCases.All())
        {
            var interpreter = new PolicyInterpreter(model);
            foreach (var (point, facts) in requests)
                coverage.Add(interpreter.Observe(point, facts, coverage.Add));
        }

        Assert.True(coverage.AboveAllow >= coverage.Decisions * 0.3, $"{coverage.AboveAllow} of {coverage.Decisions} decisions are above allow.");
        var expected = Coverage.Truths.SelectMany(name => new[] { $"{name} true", $"{name} false" })
            .Concat(Coverage.Values)
            .Concat(Coverage.Shapes.Select(name => $"read {name}"))
            .Concat(Coverage.Effects.Select(name => $"effect {name}"));
        Assert.Empty(expected.Where(name => coverage.Of(name) < Least).Select(name => $"{name}: {coverage.Of(name)}"));
        Assert.All(["point MissingFact", "point MisfitFact", "point Unknown", "rule Overflow", "rule MissingFact", "detect"], name => Assert.True(coverage.Of(name) >= 30, $"{name}: {coverage.Of(name)}"));
    }

    [Fact]
    public void A_seed_gives_the_same_policy_and_requests_again()
    {
        var first = new PolicyDraw(7);
        var second = new PolicyDraw(7);
        Assert.Equal(first.Model, second.Model);
        Assert.Equal(first.Request(), second.Request());
        Assert.NotEqual(first.Model, new PolicyDraw(8).Model);
    }
}
