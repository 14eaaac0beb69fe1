using System.Collections.Immutable;
using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Runtime.Decisions;

/// <summary>
/// The lattice: makes one decision of all matched rules. Commutative, associative and idempotent, so that the order of
/// declarations, files, rules and imports never changes a decision. Both engines end here.
/// </summary>
public static class EffectJoin
{
    /// <summary>The decision that follows from the rules that matched or failed at a point.</summary>
    /// <param name="point">The decision point.</param>
    /// <param name="matched">The rules in any order; a rule given twice counts once.</param>
    /// <param name="failure">Why the point as a whole failed, with its posture among <paramref name="matched"/>, or null.</param>
    /// <param name="bundle">The digest of the bundle asked, or null.</param>
    public static Decision Decide(string point, IEnumerable<MatchedRule> matched, Failure? failure = null, string? bundle = null)
    {
        var rules = new List<MatchedRule>(matched);
        DistinctOrder.Sort(rules, RuleOrder.Instance);
        var effects = new List<ControlEffect>(rules.Count);
        foreach (var rule in rules)
        {
            if (rule.Detect)
                continue;
            foreach (var effect in rule.Effects)
                effects.Add(new ControlEffect(rule.Origin.Control, effect));
        }
        var outcome = OutcomeOf(effects);
        return new Decision
        {
            Point = point,
            Outcome = outcome,
            Message = MessageJoin.Join(effects) ?? MessageJoin.Own(rules, outcome),
            Fired = Rules(rules, detect: false),
            Detected = Rules(rules, detect: true),
            Content = ContentJoin.Join(effects),
            Holds = HoldJoin.Join(effects),
            Halts = Each<HaltEffect>(effects, Compare),
            Events = Events(effects, outcome),
            Duties = Duties(effects),
            Failure = failure,
            Bundle = bundle,
        };
    }

    // What is refused has gone nowhere, and is not taken back.
    private static ValueList<EventEffect> Events(List<ControlEffect> effects, Outcome outcome)
    {
        var events = Each<EventEffect>(effects, Compare);
        return outcome >= Outcome.Block && events.AsEnumerable().Any(IsRetraction) ? events.Where(e => !IsRetraction(e)).ToValueList() : events;
    }

    private static bool IsRetraction(EventEffect effect) => effect.Action == EventAction.Retract;

    private static Outcome OutcomeOf(List<ControlEffect> effects)
    {
        var outcome = Outcome.Allow;
        foreach (var (_, effect) in effects)
        {
            if (effect.Outcome > outcome)
                outcome = effect.Outcome;
        }
        return outcome;
    }

    private static ValueList<MatchedRule> Rules(List<MatchedRule> rules, bool detect)
    {
        var count = 0;
        foreach (var rule in rules)
        {
            if (rule.Detect == detect)
                count++;
        }
        if (count == 0)
            return [];
        var list = ImmutableArray.CreateBuilder<MatchedRule>(count);
        foreach (var rule in rules)
        {
            if (rule.Detect == detect)
                list.Add(rule);
        }
        return new ValueList<MatchedRule>(list.MoveToImmutable());
    }

    private static int Compare(HaltEffect a, HaltEffect b)
    {
        var order = ((int)a.Scope).CompareTo((int)b.Scope);
        if (order == 0)
            order = (a.Ticks ?? long.MaxValue).CompareTo(b.Ticks ?? long.MaxValue);
        if (order == 0)
            order = string.CompareOrdinal(a.Message, b.Message);
        return order != 0 ? order : a.Ticks.HasValue.CompareTo(b.Ticks.HasValue);
    }

    private static int Compare(EventEffect a, EventEffect b)
    {
        var order = ((int)a.Action).CompareTo((int)b.Action);
        return order != 0 ? order : string.CompareOrdinal(a.Target, b.Target);
    }

    // Each effect of a kind once, in an order in which only equal ones stand alike.
    private static ValueList<T> Each<T>(List<ControlEffect> effects, Comparison<T> order)
        where T : Effect
    {
        List<T>? found = null;
        foreach (var (_, effect) in effects)
        {
            if (effect is T one)
                (found ??= []).Add(one);
        }
        if (found is null)
            return [];
        DistinctOrder.Sort(found, Comparer<T>.Create(order));
        return found.ToValueList();
    }

    private static ValueList<string> Duties(List<ControlEffect> effects)
    {
        var required = Each<RequireEffect>(effects, static (a, b) => string.CompareOrdinal(a.Duty, b.Duty));
        return required.Count == 0 ? [] : required.Select(effect => effect.Duty).ToValueList();
    }
}

/// <summary>An effect with the control that asks for it.</summary>
internal readonly record struct ControlEffect(string Control, Effect Effect);
