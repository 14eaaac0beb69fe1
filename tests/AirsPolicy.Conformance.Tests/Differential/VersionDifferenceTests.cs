using AirsPolicy.Language.Comparison;
using AirsPolicy.Language.Comparison.Results;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Collections;
using AirsPolicy.Tests;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Conformance.Tests.Differential;

public class VersionDifferenceTests
{
    private const int Policies = 12;
    private static readonly ComparisonBounds Few = new(RequestsOfOneRule: 10, Requests: 400, WitnessesOfOneGroup: 2);

    [Fact]
    public void Every_difference_reported_is_one()
    {
        var found = 0;
        Check(model =>
        {
            var (before, after) = (Without(model, every: 3), Without(model, every: 4));
            foreach (var witness in PolicyComparison.Compare(before, after, Few).Groups.SelectMany(group => group.Witnesses))
            {
                found++;
                Assert.Equal(Carried(new PolicyInterpreter(before).Decide(witness.Point, witness.Facts)), Carried(witness.Before));
                Assert.Equal(Carried(new PolicyInterpreter(after).Decide(witness.Point, witness.Facts)), Carried(witness.After));
                Assert.NotEqual(Carried(witness.Before), Carried(witness.After));
            }
        });
        Assert.True(found > Policies, $"{found} differences were found in all, too few to say anything.");
    }

    [Fact]
    public void No_policy_differs_from_itself() =>
        Check(model => Assert.False(PolicyComparison.Compare(model, model with { }, Few).Differs));

    [Fact]
    public void Adding_restrictions_only_tightens()
    {
        var tightened = 0;
        Check(model =>
        {
            var verdict = PolicyComparison.Compare(Without(model, every: 3), model, Few).Verdict;
            Assert.True(verdict is ComparisonVerdict.OnlyTightens or ComparisonVerdict.AsStrict or ComparisonVerdict.NoDifferenceFound, verdict.ToString());
            tightened += verdict == ComparisonVerdict.OnlyTightens ? 1 : 0;
        });
        Assert.True(tightened > Policies / 2, $"{tightened} policies were tightened visibly, too few to say anything.");
    }

    private static void Check(Action<PolicyModel> law) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => law(new PolicyDraw(seed).Model)).Check(Laws.Config.WithMaxTest(Policies));

    private static PolicyModel Without(PolicyModel model, int every) =>
        model with { Controls = model.Controls.Where((_, i) => i % every != 0).ToValueList() };

    private static (Runtime.Decisions.Outcome, string?, Runtime.Decisions.ContentChange, ValueList<Runtime.Decisions.Effects.HoldEffect>,
        ValueList<Runtime.Decisions.Effects.HaltEffect>, ValueList<Runtime.Decisions.Effects.EventEffect>, ValueList<string>) Carried(Runtime.Decisions.Decision decision) =>
        (decision.Outcome, decision.Message, decision.Content, decision.Holds, decision.Halts, decision.Events, decision.Duties);
}
