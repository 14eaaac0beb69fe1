using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Language.Evaluation.Testing;

/// <summary>
/// Decisions of a policy's own tests, as the interpreter gives them: what a bundle has to decide before it is activated.
/// </summary>
internal static class TestVectors
{
    /// <summary>
    /// One vector for every request of the policy's tests, in their order. Where nothing looks back they are all of one run, each once.
    /// </summary>
    public static ValueList<TestVector> From(PolicyModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var interpreter = new PolicyInterpreter(model);
        var looksBack =
            model.Aggregates.Count + model.Limits.Count + model.Contents.Count + model.Charts.Count + model.Breakers.Count > 0
            || CanHalt(model);
        var vectors = model.Tests.SelectMany(
            (test, number) =>
                Requests(model, interpreter, test)
                    .Select(given => new TestVector(looksBack ? number : 0, given.Point, given.Facts, given.Decision)));
        return (looksBack ? vectors : vectors.Distinct()).ToValueList();
    }

    private static bool CanHalt(PolicyModel model) =>
        model
            .Controls.SelectMany(control =>
                control.Placements.SelectMany(placement => placement.Rules).SelectMany(rule => rule.Effects).Append(control.OnError))
            .Any(effect =>
                effect
                    is HaltEffectModel
                        or HoldEffectModel { OtherwiseHalt: true }
                        or FixedEffectModel { Effect: HaltEffect or HoldEffect { OtherwiseHalt: true } });

    private static List<GivenDecision> Requests(PolicyModel model, PolicyInterpreter interpreter, TestModel test)
    {
        var run = new PolicyTestRun(model, interpreter);
        run.Run(test);
        return run.Given;
    }
}

/// <summary>A request and the decision on it.</summary>
/// <param name="Run">
/// The test that it is of, in the order of the model. What happened before is what the earlier requests of the same test came to.
/// </param>
/// <param name="Point">The decision point.</param>
/// <param name="Facts">The facts as JSON text of one object; tool and time are among them.</param>
/// <param name="Decision">The decision, without the digest of a bundle.</param>
internal sealed record TestVector(int Run, string Point, string Facts, Decision Decision);
