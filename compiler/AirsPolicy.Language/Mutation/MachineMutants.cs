using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation.Coverage;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Model.Pace;

namespace AirsPolicy.Language.Mutation;

/// <summary>
/// Breakers that trip otherwise, or are open for longer; charts that people bring back sooner, or while they are not well. What their rules
/// do beside that is changed as in other controls.
/// </summary>
internal static class MachineMutants
{
    public static IEnumerable<Mutant> Of(PolicyModel model, CoverableParts parts) =>
        model
            .Breakers.Where(breaker => parts.IsOwn(breaker.Place))
            .SelectMany(breaker => Of(model, parts, breaker))
            .Concat(
                model
                    .Charts.Where(chart => parts.IsOwn(chart.Place))
                    .SelectMany(chart => chart.Recoveries.SelectMany(recovery => Of(parts, chart, recovery))));

    private static IEnumerable<Mutant> Of(PolicyModel model, CoverableParts parts, BreakerModel breaker)
    {
        // What trips it is asked after decisions, whatever rules they ask.
        if (breaker.Trips is [var trip, ..])
        {
            List<Expression> asked = [.. ExpressionTree.DescendantsAndSelf(trip.Condition)];
            foreach (
                var mutant in ConditionMutants
                    .Of(parts, breaker.Control, asked)
                    .Concat(MemberMutants.OfCounts(model, parts, breaker.Control, asked)))
                yield return mutant with
                {
                    AskedAt = null,
                };
        }
        // One that does not close by itself is closed by people, whenever they want.
        if (breaker.Probes > 0)
        {
            yield return With(breaker, "is open for twice as long", same => same with { OpenFor = same.OpenFor * 2 });
            yield return With(breaker, "closes after one more that goes on", same => same with { Probes = same.Probes + 1 });
        }
    }

    private static IEnumerable<Mutant> Of(CoverableParts parts, ChartModel chart, RecoveryModel recovery)
    {
        if (recovery.After > 0)
            yield return With(chart, recovery, "waits half as long", same => same with { After = same.After / 2 });
        if (recovery.Where is { } where)
        {
            foreach (var mutant in ConditionMutants.Of(parts, chart.Control, [.. ExpressionTree.DescendantsAndSelf(where)]))
                yield return mutant with { AskedAt = null };
        }
    }

    private static Mutant With(BreakerModel breaker, string words, Func<BreakerModel, BreakerModel> change) =>
        new(MutantKind.Shifted, breaker.Control, breaker.Place, words)
        {
            Make = policy =>
                policy with
                {
                    Breakers = policy.Breakers.Select(each => each.Control == breaker.Control ? change(each) : each).ToValueList(),
                },
        };

    private static Mutant With(ChartModel chart, RecoveryModel recovery, string words, Func<RecoveryModel, RecoveryModel> change) => new(MutantKind.Shifted, chart.Control, recovery.Place, words)
    {
        Make = policy => policy with
        {
            Charts = policy.Charts.Select(each => each.Control != chart.Control ? each : each with
            {
                Recoveries = each.Recoveries.Select(same => same.Place == recovery.Place ? change(same) : same).ToValueList(),
            }).ToValueList(),
        },
    };
}
