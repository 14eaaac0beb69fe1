using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Conformance.Tests.Differential;

/// <summary>
/// Adding any restriction, with any effects and any <c>on error</c>, at any point, never lowers an outcome: on whole, missing and
/// misfitting facts.
/// </summary>
public sealed class TightenOnlyTests
{
    private const int Policies = 24;
    private const int CompiledPolicies = 10;
    private const int Requests = 100;

    private int _raised;
    private int _lacking;
    private int _failed;

    [Fact]
    public void Controls_that_are_added_lower_no_outcome_of_the_interpreter()
    {
        Check(Policies, (before, after, requests) =>
        {
            var (first, second) = (new PolicyInterpreter(before), new PolicyInterpreter(after));
            foreach (var (point, facts) in requests)
                AssertNoLower(first.Decide(point, facts), second.Decide(point, facts), facts);
        });
        AssertReached();
    }

    [Fact]
    public void Controls_that_are_added_lower_no_outcome_of_the_compiled_program()
    {
        Check(CompiledPolicies, (before, after, requests) =>
        {
            var reference = new PolicyInterpreter(after);
            using var first = new EmittedEngine(before);
            using var second = new EmittedEngine(after);
            var differences = new Differences();
            foreach (var (point, facts) in requests)
            {
                var tightened = second.Decide(point, facts);
                AssertNoLower(first.Decide(point, facts), tightened, facts);
                differences.Compare($"At '{point}' on {facts}", reference.Decide(point, facts), tightened);
            }
            differences.AssertNone();
        });
        AssertReached();
    }

    private static void Check(int policies, Action<PolicyModel, PolicyModel, List<(string Point, string Facts)>> law) =>
        Prop.ForAll(
                Gen.Choose(0, int.MaxValue).ToArbitrary(),
                seed =>
                {
                    var draw = new PolicyDraw(seed);
                    var random = new Random(seed);
                    // Now and then nothing is left to stand at a point.
                    var kept = random.Next(4) == 0 ? 0.05 : 0.5;
                    var before = draw.Model with { Controls = draw.Model.Controls.Where(_ => random.NextDouble() < kept).ToValueList() };
                    law(
                        before,
                        draw.Model,
                        [
                            .. Enumerable
                                .Range(0, Requests)
                                .Select(_ => draw.Request())
                                .Select(request => (request.Point, DamagedFacts.Of(request.Facts, random))),
                        ]
                    );
                }
            )
            .Check(Laws.Config.WithMaxTest(policies));

    private void AssertNoLower(Decision before, Decision after, string facts)
    {
        Assert.True(after.Outcome >= before.Outcome, $"{before.Outcome} became {after.Outcome} on {facts}");
        // What was said stands, and more may be said.
        if (before.Failure is null)
            Assert.Empty(before.Fired.Except(after.Fired));
        Assert.Equal(before.Failure, after.Failure);
        _raised += after.Outcome > before.Outcome ? 1 : 0;
        _failed += after.Failure is null ? 0 : 1;
        _lacking +=
            before.Fired.Any(rule => rule.Failure?.Kind == FailureKind.MissingFact) && before.Fired.Any(rule => rule.Failure is null)
                ? 1
                : 0;
    }

    private void AssertReached()
    {
        Assert.True(_raised > 50, $"{_raised} outcomes were raised, too few to say anything.");
        Assert.True(_failed > 50, $"{_failed} points failed, too few to say anything.");
        Assert.True(_lacking > 50, $"{_lacking} decisions have a rule that lacks a fact beside one that matched, too few to say anything.");
    }
}
