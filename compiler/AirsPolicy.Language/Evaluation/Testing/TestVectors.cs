using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Collections;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Evaluation.Testing;

/// <summary>
/// Decisions of a policy's own tests, as the interpreter gives them: what a bundle has to decide before it is activated.
/// </summary>
public static class TestVectors
{
    /// <summary>One vector for every request of the policy's tests, in their order, each once.</summary>
    public static ValueList<TestVector> From(PolicyModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var interpreter = new PolicyInterpreter(model);
        return model.Tests
            .SelectMany(test => Requests(model, interpreter, test))
            .Select(given => new TestVector(given.Point, given.Facts, given.Decision))
            .Distinct()
            .ToValueList();
    }

    private static List<GivenDecision> Requests(PolicyModel model, PolicyInterpreter interpreter, TestModel test)
    {
        var run = new PolicyTestRun(model, interpreter);
        run.Run(test);
        return run.Given;
    }
}

/// <summary>A request and the decision on it.</summary>
/// <param name="Point">The decision point.</param>
/// <param name="Facts">The facts as JSON text of one object; tool and time are among them.</param>
/// <param name="Decision">The decision, without the digest of a bundle.</param>
public sealed record TestVector(string Point, string Facts, Decision Decision);
