using AirsPolicy.Language.Evaluation;
using AirsPolicy.Runtime.Decisions;
using Xunit;

namespace AirsPolicy.Conformance.Tests.Differential;

public sealed class TwoEnginesTests
{
    [Fact]
    public void Interpreter_and_emitted_code_decide_alike_on_random_policies_and_facts()
    {
        foreach (var (seed, model, requests) in RandomCases.All(texts: false))
        {
            var interpreter = new PolicyInterpreter(model);
            using var emitted = new EmittedEngine(model);
            foreach (var (point, facts) in requests)
            {
                var expected = interpreter.Decide(point, facts);
                var actual = emitted.Decide(point, facts);
                if (expected != actual)
                    Assert.Fail($"Seed {seed} at '{point}':\n{Difference.Of(expected, actual)}\nfacts: {facts}");
            }
        }
    }
}
