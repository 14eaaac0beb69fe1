using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Evaluation.Past;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Conformance.Tests.Differential.Packages;

/// <summary>
/// Adding any restriction never lowers an outcome on the same past: controls, what labels reach, what restricts agents and workflows.
/// Beyond one decision that says nothing: what is refused today is not counted tomorrow.
/// </summary>
public sealed class PackageTightenTests
{
    private const int Packages = 60;
    private const int Traces = 3;

    private int _raised;
    private int _byAgents;
    private int _byLabels;
    private int _lacking;

    [Fact]
    public void Restrictions_that_are_added_lower_no_outcome_whatever_has_happened_before()
    {
        Prop.ForAll(
                Gen.Choose(0, int.MaxValue).ToArbitrary(),
                seed =>
                {
                    var draw = new PackageDraw(seed);
                    var random = new Random(seed);
                    // A limit that stands is drawn from in both; what it says stands in its control.
                    var limits = draw.Model.Limits.Select(limit => limit.Control).ToHashSet(StringComparer.Ordinal);
                    var kept = draw.Model with
                    {
                        Controls = draw.Model.Controls.Where(control => limits.Contains(control.Id) || random.Next(2) == 0).ToValueList(),
                    };
                    for (var i = 0; i < Traces; i++)
                        Check(kept, draw.Model, draw.Trace());
                }
            )
            .Check(Laws.Config.WithMaxTest(Packages));

        Assert.True(
            _raised > 200 && _byAgents > 100 && _byLabels > 20 && _lacking > 10,
            $"{_raised} outcomes were raised, {_byAgents} by agents, {_byLabels} by labels, {_lacking} where a fact was missing.");
    }

    private void Check(PolicyModel before, PolicyModel after, SessionTrace trace)
    {
        var (first, second) = (new PolicyInterpreter(before), new PolicyInterpreter(after));
        var (past, samePast) = (new EventTrace(first), new EventTrace(second));
        foreach (var request in trace.Requests)
        {
            var (decision, tightened) = (
                first.Decide(request.Point, request.Facts, past),
                second.Decide(request.Point, request.Facts, samePast));
            Assert.True(
                tightened.Outcome >= decision.Outcome,
                $"{decision.Outcome} became {tightened.Outcome} at '{request.Point}' on {request.Facts}");
            if (decision.Failure is null)
                Assert.Empty(decision.Fired.Except(tightened.Fired));
            Count(decision, tightened);
            // Both go on with what was decided without the restrictions.
            past.Record(request.Point, request.Facts, decision, request.Now);
            samePast.Record(request.Point, request.Facts, decision, request.Now);
        }
    }

    private void Count(Decision decision, Decision tightened)
    {
        if (tightened.Outcome == decision.Outcome)
            return;
        _raised++;
        var more = tightened.Fired.Except(decision.Fired).ToList();
        _byAgents += more.Exists(rule =>
            rule.Origin.Control.Contains(".agent.", StringComparison.Ordinal)
            || rule.Origin.Control.Contains(".workflow.", StringComparison.Ordinal))
            ? 1
            : 0;
        _byLabels += more.Exists(rule => rule.Origin.Control.Contains(".label.", StringComparison.Ordinal)) ? 1 : 0;
        _lacking += more.Exists(rule => rule.Failure?.Kind == FailureKind.MissingFact) ? 1 : 0;
    }
}
