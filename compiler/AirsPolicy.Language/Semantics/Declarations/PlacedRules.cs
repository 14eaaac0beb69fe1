using AirsPolicy.Language.Model;
using AirsPolicy.Language.Semantics.Expressions;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Runtime.Collections;

namespace AirsPolicy.Language.Semantics.Declarations;

/// <summary>
/// Binds the rules of a control at each of its points. Where none of the names that they ask for means something else at another point,
/// what they mean there is known: the same, of the text of that point. Binding them again would give the same model and report nothing
/// that is not reported.
/// </summary>
internal sealed class PlacedRules(FactTable table, RuleBinder rules)
{
    private readonly List<(PointFacts Facts, ValueList<RuleModel> Rules)> _bound = [];

    /// <summary>The rules at one point; what is wrong is reported and left out.</summary>
    public ValueList<RuleModel> Bind(PointFacts facts)
    {
        foreach (var (known, bound) in _bound)
        {
            if (table.Differences.Between(known, facts) is { } names && !known.Asked!.Overlaps(names))
                return new TextExchange(known.Layout.PrimaryText, facts.Layout.PrimaryText).Of(bound);
        }
        var noting = facts with { Asked = new(StringComparer.Ordinal) };
        var fresh = rules.Bind(noting);
        _bound.Add((noting, fresh));
        return fresh;
    }
}
