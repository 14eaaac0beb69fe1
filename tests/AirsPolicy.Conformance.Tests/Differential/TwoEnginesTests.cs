using AirsPolicy.Language.Evaluation;

namespace AirsPolicy.Conformance.Tests.Differential;

public sealed class TwoEnginesTests
{
    // What has been compared means something only if everything was reached.
    private const int Least = 900;
    private const int LeastOfRare = 30;

    [Fact]
    public void Interpreter_and_emitted_code_decide_alike_on_random_policies_and_facts()
    {
        var coverage = new Coverage();
        var differences = new Differences();
        var report = new RunReport("cases");
        foreach (var (seed, model, requests) in RandomCases.All())
        {
            var interpreter = new PolicyInterpreter(model);
            using var emitted = new EmittedEngine(model);
            report.Add(model);
            foreach (var (point, facts) in requests)
            {
                // Observing costs many times what deciding does; the usual cases are enough to tell what is reached.
                var expected =
                    differences.Compared < RandomCases.UsualCases
                        ? interpreter.Observe(point, facts, coverage.Add)
                        : interpreter.Decide(point, facts);
                coverage.Add(expected);
                differences.Compare($"Seed {seed} at '{point}' on {facts}", expected, emitted.Decide(point, facts));
            }
        }

        report.Write(differences, coverage.Counts);
        differences.AssertNone();
        if (RandomCases.AreVaried)
            AssertReached(coverage);
    }

    private static void AssertReached(Coverage coverage)
    {
        Assert.True(
            coverage.AboveAllow >= coverage.Decisions * 0.3,
            $"{coverage.AboveAllow} of {coverage.Decisions} decisions are above allow.");
        var often = Coverage
            .Truths.SelectMany(name => new[] { $"{name} true", $"{name} false" })
            .Concat(Coverage.Values)
            .Concat(Coverage.Shapes.Select(name => $"read {name}"))
            .Concat(Coverage.Effects.Select(name => $"effect {name}"));
        var rarely = Coverage.Functions.Select(name => $"call {name}")
            .Concat(["point MisfitFact", "point Unknown", "rule Overflow", "rule MissingFact", "rule lacks a fact", "detect"]);
        Assert.Empty(often.Where(name => coverage.Of(name) < Least).Concat(rarely.Where(name => coverage.Of(name) < LeastOfRare))
            .Select(name => $"{name}: {coverage.Of(name)}"));
    }
}
