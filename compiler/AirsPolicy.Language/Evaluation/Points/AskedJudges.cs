using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation.Facts;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model.Judges;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts;

namespace AirsPolicy.Language.Evaluation.Points;

/// <summary>Which judges a decision asks, and what follows where one that is asked has not answered.</summary>
internal sealed class AskedJudges(PointRules point, FactSource facts)
{
    /// <summary>What the rules that ask come to, once every rule is evaluated; null where the judge is not asked.</summary>
    /// <param name="matched">What matched or failed.</param>
    /// <param name="refused">The rules in force refuse.</param>
    /// <param name="rule">The rule that asks a judge as a rule of its control that has come to effects or failed.</param>
    public IEnumerable<(RuleOrigin Ask, MatchedRule? Matched)> Settle(
        IReadOnlyCollection<MatchedRule> matched,
        bool refused,
        Func<JudgeModel, (RuleOrigin Origin, Func<ValueList<Effect>, Failure?, MatchedRule> Matched)> rule)
    {
        var controls = point.Judges.Select(judge => judge.Control).ToHashSet(StringComparer.Ordinal);
        var flagged = matched.Any(m => !m.Detect && !controls.Contains(m.Origin.Control) && m.Effects.Any(effect => effect is FlagEffect));
        foreach (var judge in point.Judges)
        {
            var (ask, match) = rule(judge);
            // Where its sample cannot be told its posture has followed already.
            if (matched.Any(m => m.Origin == ask && m.Failure is not null) || !(flagged || matched.Any(m => Asks(m, judge, ask))))
                continue;
            if (Answers(judge) >= judge.Quorum)
                yield return (ask, match([Ask(judge)], null));
            else if (judge.Inline && refused)
                yield return (ask, null);
            else if (judge.Inline || Cause(judge) is not null)
                yield return (ask, match([Ask(judge)], JudgeFailure.Of(judge.Name, Cause(judge))));
            else
                yield return (ask, match([Ask(judge)], null));
        }
    }

    private static EventEffect Ask(JudgeModel judge) => new(EventAction.Ask, judge.Name);

    // A judge in shadow mode is asked to be compared; what else is in detect mode asks nobody.
    private static bool Asks(MatchedRule matched, JudgeModel judge, RuleOrigin ask) =>
        (!matched.Detect || matched.Origin == ask) && matched.Effects.Contains(Ask(judge));

    private int Answers(JudgeModel judge) =>
        Enumerable.Range(0, judge.Models.Count).Count(model => facts.Read([JudgeFact.Answer(judge.Name, model)]) is not AbsentValue);

    private string? Cause(JudgeModel judge) =>
        facts.Read([JudgeFact.Unanswered(judge.Name)]) is NumberValue cause ? JudgeFact.Causes.Names[(int)cause.Number] : null;
}
