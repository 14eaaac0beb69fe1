using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Programs.Tables;

namespace AirsPolicy.Runtime.Programs;

/// <summary>Makes the decision of what an evaluation has found. Runs only when something fired, and may allocate.</summary>
internal sealed class DecisionBuilder(CompiledPolicy policy)
{
    /// <summary>The decision that follows from the rules that matched or failed.</summary>
    /// <param name="counts">Which rules count, by number; null for all.</param>
    public Decision Fired(int point, FactFrame facts, Evaluation evaluation, Func<int, bool>? counts = null)
    {
        var matched = new List<MatchedRule>(evaluation.Fired.Length + evaluation.FailedRules.Count);
        foreach (var rule in evaluation.Fired)
        {
            if (counts?.Invoke(rule) == false)
                continue;
            matched.Add(
                new MatchedRule(
                    OriginOf(rule),
                    EffectsOf(rule, evaluation),
                    null,
                    IsDetect(rule, point, facts),
                    policy.Tables.Rules[rule].Refusal));
        }
        foreach (var (rule, failure, beside, _) in evaluation.FailedRules)
        {
            if (counts?.Invoke(rule) == false)
                continue;
            matched.Add(
                new MatchedRule(
                    OriginOf(rule),
                    ControlOf(rule).OnError.Concat(beside).Distinct().ToValueList(),
                    failure,
                    IsDetect(rule, point, facts)));
        }
        return EffectJoin.Decide(NameOf(point), matched, null, policy.Bundle).WithStops(policy.Tables.Stops);
    }

    /// <summary>The decision where there are no facts: the postures, but none where a tool would have said what stands there.</summary>
    public Decision Refused(int point, Failure failure)
    {
        var table = policy.Tables.Points[point];
        var postures = (table.Tools.Count == 0 ? table.Everywhere.Controls : [])
            .Select(number => policy.Tables.Controls[number])
            .Where(control => !CompiledPolicy.IsDetect(control, today: null))
            .Select(control => new MatchedRule(control.Origin, control.OnError, failure));
        return FailedPoint.Decide(NameOf(point), failure, [.. postures], policy.Bundle).WithStops(policy.Tables.Stops);
    }

    private string NameOf(int point) => policy.Tables.Points[point].Layout.Point;

    private ControlTable ControlOf(int rule) => policy.Tables.Controls[policy.Tables.Rules[rule].Control];

    private bool IsDetect(int rule, int point, FactFrame facts) =>
        CompiledPolicy.IsDetect(ControlOf(rule), policy.Point(point).Today(facts));

    private RuleOrigin OriginOf(int rule)
    {
        var table = policy.Tables.Rules[rule];
        return ControlOf(rule).Origin with { Ordinal = table.Ordinal, File = table.File, Line = table.Line, Column = table.Column };
    }

    private ValueList<Effect> EffectsOf(int rule, Evaluation evaluation)
    {
        var effects = policy.Tables.Rules[rule].Effects;
        var known = new List<Effect>();
        for (var i = 0; i < effects.Count; i++)
        {
            if (!effects[i].Computed)
            {
                known.Add(effects[i].Effect);
                continue;
            }
            foreach (var computed in evaluation.Computed)
            {
                if (computed.Rule == rule && computed.Index == i)
                    known.Add(computed.Effect);
            }
        }
        return known.ToValueList();
    }
}
