using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation.Coverage;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Mutation;

/// <summary>
/// Controls that stand at one point fewer or lose what they say of errors; limits that allow more, or count longer, and counts that do.
/// </summary>
internal static class MemberMutants
{
    public static IEnumerable<Mutant> Of(PolicyModel model, CoverableParts parts, ControlModel control)
    {
        // Where breakers stand is said by the language and not by the policy.
        if (control.Placements.Count > 1 && !model.Breakers.Any(breaker => breaker.Control == control.Id))
        {
            var written = parts.Rules(control).Select(rules => rules.Key).ToHashSet();
            foreach (var point in control.Placements.Where(placement => placement.Rules.Any(rule => written.Contains(rule.Ordinal))))
            {
                yield return new Mutant(MutantKind.Dropped, control.Id, control.Place, $"does not stand at '{Name(point)}'")
                {
                    Make = policy =>
                        With(
                            policy,
                            control.Id,
                            each =>
                                each with
                                {
                                    Placements = each.Placements.Where(placement => Name(placement) != Name(point)).ToValueList(),
                                }
                        ),
                };
            }
        }
        if (!IsMachine(model, control.Id) && control.OnError is not FixedEffectModel { Effect: BlockEffect { Message: null } })
        {
            yield return new Mutant(MutantKind.Dropped, control.Id, control.Place, "says nothing of errors")
            {
                Make = policy => With(policy, control.Id, each => each with { OnError = new FixedEffectModel(new BlockEffect(null)) }),
            };
        }
        for (var i = 0; i < model.Limits.Count; i++)
        {
            if (model.Limits[i].Control == control.Id)
            {
                foreach (var mutant in OfLimit(control, model.Limits[i], i))
                    yield return mutant;
            }
        }
        foreach (
            var mutant in OfCounts(model, parts, control.Id, parts.Rules(control).SelectMany(forms => ExpressionTree.All(forms.First()))))
            yield return mutant;
    }

    /// <summary>Counts among the parts of expressions, that count longer.</summary>
    /// <param name="id">The control that they are of.</param>
    public static IEnumerable<Mutant> OfCounts(PolicyModel model, CoverableParts parts, string id, IEnumerable<Expression> expressions) =>
        from asked in expressions.OfType<AggregateExpression>()
        where parts.IsOwn(asked.Place) && model.Aggregates[asked.Aggregate].Within is not 0
        select new Mutant(MutantKind.Shifted, id, asked.Place, "counts twice as long")
        {
            AskedAt = asked.Place,
            Make = policy =>
                policy with
                {
                    Aggregates = At(policy.Aggregates, asked.Aggregate, counted => counted with { Within = counted.Within * 2 }),
                },
        };

    // What charts, breakers and samples of queues do without a reading or a draw is said by the language too.
    private static bool IsMachine(PolicyModel model, string control) =>
        model.Charts.Any(chart => chart.Control == control || control.StartsWith(chart.Control + ".", StringComparison.Ordinal))
        || model.Breakers.Any(breaker => breaker.Control == control)
        || model.Queues.Any(queue =>
            queue.Name.LastIndexOf('.') is >= 0 and var dot && control == $"{queue.Name[..dot]}.queue{queue.Name[dot..]}");

    private static IEnumerable<Mutant> OfLimit(ControlModel control, LimitModel limit, int number)
    {
        var place = control.Placements.SelectMany(placement => placement.Rules)
            .FirstOrDefault(rule => rule.Condition is LimitPassedExpression passed && passed.Limit == number)?.Place ?? control.Place;
        yield return new Mutant(MutantKind.Shifted, control.Id, place, "allows more")
        {
            Make = policy =>
                policy with
                {
                    Limits = At(
                        policy.Limits,
                        number,
                        same => same with { Exact = same.Exact == 0 ? 0 : same.Exact + 1, Draws = same.Draws.Select(More).ToValueList() }),
                },
        };
        if (limit.Within != 0)
        {
            yield return new Mutant(MutantKind.Shifted, control.Id, place, "counts twice as long")
            {
                Make = policy => policy with { Limits = At(policy.Limits, number, same => same with { Within = same.Within * 2 }) },
            };
        }
    }

    // One more where that is a test's business; twice as much of what is measured and not counted.
    private static LimitDrawModel More(LimitDrawModel draw) => draw with
    {
        Value = draw.Value switch
        {
            ConstantExpression { Value: long value, Shape: IntShape } constant => constant with { Value = value + 1 },
            ConstantExpression { Value: long value } constant => constant with { Value = value * 2 },
            ConstantExpression { Value: decimal value } constant => constant with { Value = value * 2 },
            var value => value,
        },
    };

    private static string Name(PlacementModel placement) =>
        placement.Tools.Count == 0 ? placement.Point : $"{placement.Point} of {string.Join(", ", placement.Tools)}";

    private static PolicyModel With(PolicyModel model, string control, Func<ControlModel, ControlModel> change) =>
        model with { Controls = model.Controls.Select(each => each.Id == control ? change(each) : each).ToValueList() };

    private static ValueList<T> At<T>(ValueList<T> items, int index, Func<T, T> change) =>
        items.Select((item, at) => at == index ? change(item) : item).ToValueList();
}
