using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Semantics.Expressions;
using AirsPolicy.Language.Semantics.Facts;

namespace AirsPolicy.Language.Semantics.Declarations;

/// <summary>
/// Binds the rules of controls at each of their points. Where none of the names that the rules of a control ask for means something else
/// at another point, what they mean there is known: the same, of the text of that point. Binding them again would give the same model
/// and report nothing that is not reported.
/// </summary>
internal sealed class PlacedRules(FactTable table)
{
    // What the control at hand was bound to so far.
    private readonly List<BoundPlace> _bound = [];

    // Kept from one control to the next, since there are thousands: what the n-th binding of a control asked for, and the exchanges between
    // points.
    private readonly List<HashSet<string>> _asked = [];
    private readonly Dictionary<(string From, string To), TextExchange> _exchanges = [];

    /// <summary>The rules of a control at each of its places; what is wrong is reported and left out.</summary>
    public ValueList<RuleModel>[] Bind(RuleBinder rules, PointFacts[] places)
    {
        if (places is [var only])
            return [rules.Bind(only)];
        _bound.Clear();
        return Array.ConvertAll(places, facts => Known(facts) ?? Bound(rules, facts));
    }

    private ValueList<RuleModel>? Known(PointFacts facts)
    {
        foreach (var (known, rules) in _bound)
        {
            if (table.Differences.Between(known, facts) is { } names && !names.Overlaps(known.Asked!))
                return Exchange(known, facts).Of(rules);
        }
        return null;
    }

    private ValueList<RuleModel> Bound(RuleBinder rules, PointFacts facts)
    {
        if (_asked.Count == _bound.Count)
            _asked.Add(new(StringComparer.Ordinal));
        var asked = _asked[_bound.Count];
        asked.Clear();
        var noting = facts with { Asked = asked };
        var bound = rules.Bind(noting);
        _bound.Add(new BoundPlace(noting, bound));
        return bound;
    }

    private TextExchange Exchange(PointFacts from, PointFacts to)
    {
        if (!_exchanges.TryGetValue((from.Name, to.Name), out var exchange))
            _exchanges.Add((from.Name, to.Name), exchange = new TextExchange(from.Layout.PrimaryText, to.Layout.PrimaryText));
        return exchange;
    }

    private sealed record BoundPlace(PointFacts Facts, ValueList<RuleModel> Rules);
}
