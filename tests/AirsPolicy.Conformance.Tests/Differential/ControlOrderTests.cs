using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation;

namespace AirsPolicy.Conformance.Tests.Differential;

public sealed class ControlOrderTests
{
    private const int Policies = 12;

    [Fact]
    public void The_order_of_controls_changes_no_decision_of_either_engine()
    {
        var differences = new Differences();
        foreach (var (seed, model, requests) in RandomCases.All().Take(Policies))
        {
            var random = new Random(seed);
            var shuffled = model with { Controls = model.Controls.OrderBy(_ => random.Next()).ToValueList() };
            var interpreter = new PolicyInterpreter(model);
            var other = new PolicyInterpreter(shuffled);
            using var emitted = new EmittedEngine(shuffled);
            foreach (var (point, facts) in requests)
            {
                var expected = interpreter.Decide(point, facts);
                differences.Compare($"Seed {seed} interpreted at '{point}' on {facts}", expected, other.Decide(point, facts));
                differences.Compare($"Seed {seed} emitted at '{point}' on {facts}", expected, emitted.Decide(point, facts));
            }
        }
        differences.AssertNone();
    }
}
