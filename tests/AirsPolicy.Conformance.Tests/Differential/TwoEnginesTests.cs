using AirsPolicy.Language.Evaluation;
using AirsPolicy.Runtime.Decisions;
using Xunit;

namespace AirsPolicy.Conformance.Tests.Differential;

public sealed class TwoEnginesTests
{
    [Fact]
    public void Interpreter_and_emitted_code_decide_alike_on_random_policies_and_facts()
    {
        var differences = new List<string>();
        foreach (var (seed, model, requests) in RandomCases.All())
        {
            var interpreter = new PolicyInterpreter(model);
            using var emitted = new EmittedEngine(model);
            foreach (var (point, facts) in requests)
            {
                var expected = interpreter.Decide(point, facts);
                var actual = emitted.Decide(point, facts);
                if (expected != actual)
                    differences.Add($"Seed {seed} at '{point}':\n{Difference.Of(expected, actual)}\nfacts: {facts}");
            }
        }
        Assert.True(differences.Count == 0, $"{differences.Count} decisions differ.\n\n{string.Join("\n\n", differences.Take(12))}");
    }
}
