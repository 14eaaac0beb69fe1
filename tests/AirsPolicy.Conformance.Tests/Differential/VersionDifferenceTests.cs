using AirsPolicy.Collections;
using AirsPolicy.Language.Comparison;
using AirsPolicy.Language.Comparison.Results;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Evaluation.Past;
using AirsPolicy.Language.Model;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Conformance.Tests.Differential;

public class VersionDifferenceTests
{
    private static readonly int s_policies = Laws.AreThorough ? 12 : 4;
    private static readonly int s_changed = Laws.AreThorough ? 40 : 20;
    private const int Traces = 2;
    private const int LongestTrace = 60;
    private static readonly ComparisonBounds s_ofMany = new(
        RequestsOfOneRule: 4,
        Requests: 60,
        WitnessesOfOneGroup: 1,
        RequestsOfOnePast: 40,
        RequestsWithPast: 200);
    private static readonly ComparisonBounds s_few = new(
        RequestsOfOneRule: 10,
        Requests: 400,
        WitnessesOfOneGroup: 2,
        RequestsOfOnePast: 40,
        RequestsWithPast: 200);

    [Fact]
    public void Every_difference_reported_is_one()
    {
        var found = 0;
        Check(model =>
        {
            var (before, after) = (Without(model, every: 3), Without(model, every: 4));
            foreach (var witness in PolicyComparison.Compare(before, after, s_few).Groups.SelectMany(group => group.Witnesses))
            {
                found++;
                Assert.Equal(Carried(new PolicyInterpreter(before).Decide(witness.Point, witness.Facts)), Carried(witness.Before));
                Assert.Equal(Carried(new PolicyInterpreter(after).Decide(witness.Point, witness.Facts)), Carried(witness.After));
                Assert.NotEqual(Carried(witness.Before), Carried(witness.After));
            }
        });
        Assert.True(found > s_policies, $"{found} differences were found in all, too few to say anything.");
    }

    [Fact]
    public void No_policy_differs_from_itself() =>
        Check(model => Assert.False(PolicyComparison.Compare(model, model with { }, s_few).Differs));

    [Fact]
    public void Adding_restrictions_only_tightens()
    {
        var tightened = 0;
        Check(model =>
        {
            var verdict = PolicyComparison.Compare(Without(model, every: 3), model, s_few).Verdict;
            Assert.True(
                verdict
                    is ComparisonVerdict.OnlyTightens
                        or ComparisonVerdict.AsStrict
                        or ComparisonVerdict.NoDifference
                        or ComparisonVerdict.NotDecided,
                verdict.ToString());
            tightened += verdict == ComparisonVerdict.OnlyTightens ? 1 : 0;
        });
        Assert.True(tightened > s_policies / 2, $"{tightened} policies were tightened visibly, too few to say anything.");
    }

    [Fact]
    public void Where_there_is_no_difference_random_requests_are_decided_alike_whatever_came_before_them()
    {
        var (same, decided, differing) = (0, 0, 0);
        for (var seed = 0; seed < s_changed; seed++)
        {
            var draw = new PolicyDraw(seed, past: true);
            var (after, preserves) = new ChangedPolicy(draw.Model, seed).Make();
            var report = PolicyComparison.Compare(draw.Model, after, s_ofMany);
            Assert.True(
                !preserves || report.Verdict == ComparisonVerdict.NoDifference,
                $"Seed {seed}: what means the same is {report.Verdict}: {string.Join(", ", report.NotDecided)}");
            var alike = Enumerable.Range(0, Traces).All(_ => AreAlike(draw.Model, after, draw.Trace()));
            Assert.True(alike || report.HasChanges, $"Seed {seed}: a trace is decided differently, and there is no difference.");
            same += report.HasChanges ? 0 : 1;
            decided += report.Differs ? 1 : 0;
            differing += alike ? 0 : 1;
        }
        Assert.True(
            same >= s_changed / 10 && differing >= s_changed / 10 && decided >= s_changed / 10,
            $"Of {s_changed}, {same} mean the same, {decided} are decided and {differing} decide a trace differently: too few to say anything."
        );
    }

    private static bool AreAlike(PolicyModel before, PolicyModel after, SessionTrace trace)
    {
        var (first, second) = (new PolicyInterpreter(before), new PolicyInterpreter(after));
        var (own, others) = (new EventTrace(first), new EventTrace(second));
        foreach (var request in trace.Requests.Take(LongestTrace))
        {
            var (one, other) = (first.Decide(request.Point, request.Facts, own), second.Decide(request.Point, request.Facts, others));
            if (Carried(one) != Carried(other))
                return false;
            own.Record(request.Point, request.Facts, one, request.Now);
            others.Record(request.Point, request.Facts, other, request.Now);
        }
        return true;
    }

    private static void Check(Action<PolicyModel> law) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => law(new PolicyDraw(seed).Model))
            .Check(Laws.Config.WithMaxTest(s_policies));

    private static PolicyModel Without(PolicyModel model, int every) =>
        model with { Controls = model.Controls.Where((_, i) => i % every != 0).ToValueList() };

    private static (
        Runtime.Decisions.Outcome,
        string?,
        Runtime.Decisions.ContentChange,
        ValueList<Runtime.Decisions.Effects.HoldEffect>,
        ValueList<Runtime.Decisions.Effects.HaltEffect>,
        ValueList<Runtime.Decisions.Effects.EventEffect>,
        ValueList<string>
    ) Carried(Runtime.Decisions.Decision decision) =>
        (decision.Outcome, decision.Message, decision.Content, decision.Holds, decision.Halts, decision.Events, decision.Duties);
}
