using AirsPolicy.Language.Evaluation.Coverage;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Collections;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Mutation;

/// <summary>Controls that stand at one point fewer or lose what they say of errors; limits that allow more, or count longer, and counts that do.</summary>
internal static class MemberMutants
{
    public static IEnumerable<Mutant> Of(PolicyModel model, CoverableParts parts, ControlModel control)
    {
        if (control.Placements.Count > 1)
        {
            var written = parts.Rules(control).Select(rules => rules.Key).ToHashSet();
            foreach (var point in control.Placements.Where(placement => placement.Rules.Any(rule => written.Contains(rule.Ordinal))))
            {
                yield return new Mutant(MutantKind.Dropped, control.Id, control.Place, $"does not stand at '{Name(point)}'")
                {
                    Make = policy => With(policy, control.Id, each => each with { Placements = each.Placements.Where(placement => Name(placement) != Name(point)).ToValueList() }),
                };
            }
        }
        if (control.OnError is not FixedEffectModel { Effect: BlockEffect { Message: null } })
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
        foreach (var asked in parts.Rules(control).SelectMany(forms => ExpressionTree.All(forms.First())).OfType<AggregateExpression>().Where(asked => parts.IsOwn(asked.Place)))
        {
            if (model.Aggregates[asked.Aggregate].Within is not 0)
            {
                yield return new Mutant(MutantKind.Shifted, control.Id, asked.Place, "counts twice as long")
                {
                    AskedAt = asked.Place,
                    Make = policy => policy with { Aggregates = At(policy.Aggregates, asked.Aggregate, counted => counted with { Within = counted.Within * 2 }) },
                };
            }
        }
    }

    private static IEnumerable<Mutant> OfLimit(ControlModel control, LimitModel limit, int number)
    {
        var place = control.Placements.SelectMany(placement => placement.Rules)
            .FirstOrDefault(rule => rule.Condition is LimitPassedExpression passed && passed.Limit == number)?.Place ?? control.Place;
        yield return new Mutant(MutantKind.Shifted, control.Id, place, "allows more")
        {
            Make = policy => policy with { Limits = At(policy.Limits, number, same => same with { Exact = same.Exact == 0 ? 0 : same.Exact + 1, Draws = same.Draws.Select(More).ToValueList() }) },
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

    private static string Name(PlacementModel placement) => placement.Tools.Count == 0 ? placement.Point : $"{placement.Point} of {string.Join(", ", placement.Tools)}";

    private static PolicyModel With(PolicyModel model, string control, Func<ControlModel, ControlModel> change) =>
        model with { Controls = model.Controls.Select(each => each.Id == control ? change(each) : each).ToValueList() };

    private static ValueList<T> At<T>(ValueList<T> items, int index, Func<T, T> change) => items.Select((item, at) => at == index ? change(item) : item).ToValueList();
}
