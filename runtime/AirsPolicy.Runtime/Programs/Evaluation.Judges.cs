using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Programs.Tables;

namespace AirsPolicy.Runtime.Programs;

/// <summary>Which judges are asked, and what follows where one that is asked has not answered.</summary>
public sealed partial class Evaluation
{
    /// <summary>The judges at the point that this evaluation asks and that have not answered, ordered by name.</summary>
    internal List<JudgeTable> Unanswered { get; } = [];

    /// <summary>Settles the judges at the point, once every rule is evaluated.</summary>
    /// <param name="standing">The point.</param>
    /// <param name="tool">The tool, or -1.</param>
    internal void AskJudges(PolicyPoint standing, int tool)
    {
        Unanswered.Clear();
        if (NothingFired)
            return;
        var refused = _outcome >= (int)Outcome.Block;
        var asked = Asked(out var flagged);
        foreach (var (judge, place) in standing.Judges)
        {
            var ask = standing
                .RuleNumbers(tool)
                .Where(rule => _policy.Tables.Rules[rule].Control == judge.Control && _policy.Tables.Rules[rule].Ordinal == judge.Ask)
                .DefaultIfEmpty(-1)
                .First();
            // It may stand here for other tools. Where its sample cannot be told its posture has followed already.
            if (ask < 0 || _failedRules.Exists(failed => failed.Rule == ask) || (!flagged && !asked.Contains(judge.Name)))
                continue;
            var answered = place.Answers.Count(slot => _frame.Has(slot)) >= judge.Quorum;
            if (judge.Inline && !answered && refused)
            {
                Withdraw(ask);
                continue;
            }
            if (!answered)
                Unanswered.Add(judge);
            if (!answered && (judge.Inline || _frame.Has(place.Unanswered)))
                FailUnanswered(judge, place, ask);
            else if (!Fired.Contains(ask))
                Fire(ask, 0);
        }
    }

    // By rules in force, and by judges that are in the sample; those of judges in shadow mode too, which are asked to be compared.
    private HashSet<string> Asked(out bool flagged)
    {
        var asked = new HashSet<string>(StringComparer.Ordinal);
        flagged = false;
        foreach (var rule in Fired)
        {
            var table = _policy.Tables.Rules[rule];
            foreach (var effect in table.Effects)
                Note(rule, effect.Effect, asked, ref flagged);
        }
        foreach (var failed in _failedRules)
        {
            foreach (var effect in ControlOf(failed.Rule).OnError.Concat(failed.Beside))
                Note(failed.Rule, effect, asked, ref flagged);
        }
        return asked;
    }

    private void Note(int rule, Effect effect, HashSet<string> asked, ref bool flagged)
    {
        var table = _policy.Tables.Rules[rule];
        var detect = CompiledPolicy.IsDetect(ControlOf(rule), _policy.Point(_point).Today(_frame));
        var judge = _policy.Tables.Judges.AsEnumerable().FirstOrDefault(judge => judge.Control == table.Control);
        if (effect is EventEffect { Action: EventAction.Ask } ask && (!detect || (judge?.Ask == table.Ordinal && judge.Name == ask.Target)))
            asked.Add(ask.Target);
        flagged |= effect is FlagEffect && !detect && judge is null;
    }

    private void Withdraw(int rule)
    {
        var fired = Fired.ToArray().Where(other => other != rule).ToArray();
        fired.CopyTo(_fired, 0);
        _firedCount = fired.Length;
    }

    private void FailUnanswered(JudgeTable judge, JudgePlaceTable place, int ask)
    {
        _keeps = true;
        Withdraw(ask);
        var cause = _frame.Has(place.Unanswered) ? JudgeFact.Causes.Names[(int)_frame.Long(place.Unanswered)] : null;
        var failed = new FailedRule(ask, JudgeFailure.Of(judge.Name, cause), [new EventEffect(EventAction.Ask, judge.Name)]);
        _failedRules.Add(failed);
        _outcome = Math.Max(_outcome, OutcomeOf(failed));
    }
}
