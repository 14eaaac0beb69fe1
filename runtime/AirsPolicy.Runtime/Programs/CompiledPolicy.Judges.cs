using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Programs.Tables;
using AirsPolicy.Runtime.State;

namespace AirsPolicy.Runtime.Programs;

/// <summary>What the host has to ask judges before it decides, and after.</summary>
public sealed partial class CompiledPolicy
{
    /// <summary>The judges that stand at a point, ordered by name.</summary>
    /// <param name="point">The number of the point.</param>
    public IReadOnlyList<(JudgeTable Judge, JudgePlaceTable Place)> JudgesAt(int point) => _points[point].Judges;

    /// <summary>
    /// The judges that the decision on these facts would ask and of which no answer is among them, ordered by name, and how the other rules
    /// would have the content go on, which is what they are asked about. Nothing is drawn and nothing written down.
    /// </summary>
    /// <inheritdoc cref="Evaluate"/>
    /// <param name="state">The state of this policy, or null where it keeps none.</param>
    public (IReadOnlyList<JudgeTable> Judges, ContentChange Content) JudgesToAsk(
        int point,
        FactFrame facts,
        Evaluation evaluation,
        PolicyState? state)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        var judges = (IReadOnlyList<JudgeTable>)[];
        var content = ContentChange.None;
        if (_points[point].Judges.Length == 0)
            return (judges, content);
        Peek(
            point,
            facts,
            evaluation,
            state,
            () =>
            {
                judges = [.. evaluation.Unanswered];
                content = FiredWhole(point, facts, evaluation).Content;
            }
        );
        return (judges, content);
    }

    /// <summary>
    /// The rules of a judge that match on facts with its answer, by ordinal; a rule that cannot be evaluated counts as one that does. Null
    /// where the facts cannot be evaluated at all.
    /// </summary>
    /// <inheritdoc cref="Evaluate"/>
    /// <param name="judge">The judge.</param>
    public IReadOnlySet<int>? MatchedBy(JudgeTable judge, int point, FactFrame facts, Evaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(judge);
        ArgumentNullException.ThrowIfNull(evaluation);
        if (Evaluate(point, facts, evaluation) is not null)
            return null;
        var decision = _decisions.Fired(
            point,
            facts,
            evaluation,
            rule => Tables.Rules[rule].Control == judge.Control && Tables.Rules[rule].Ordinal != judge.Ask);
        return decision.Fired.Concat(decision.Detected).Select(rule => rule.Origin.Ordinal).ToHashSet();
    }

    /// <summary>
    /// What judges come to that are asked once a decision is made, on its facts with their answers: a decision of its own, of their rules
    /// alone, which changes nothing of the first. It draws from no limit and is no event that is counted;
    /// what it makes worse is worse from then on.
    /// </summary>
    /// <inheritdoc cref="JudgesToAsk"/>
    public Decision Review(int point, FactFrame facts, Evaluation evaluation, PolicyState? state)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        var decision = _points[point].Allow;
        var controls = _points[point]
            .Judges.Where(standing => !standing.Judge.Inline)
            .Select(standing => standing.Judge.Control)
            .ToHashSet();
        Peek(
            point,
            facts,
            evaluation,
            state,
            () =>
            {
                decision = _decisions.Fired(point, facts, evaluation, rule => controls.Contains(Tables.Rules[rule].Control));
                // What was refused has gone nowhere, and is not taken back.
                if (evaluation.Outcome >= Outcome.Block)
                    decision = decision with { Events = decision.Events.Where(e => e.Action != EventAction.Retract).ToValueList() };
                if (state is not null)
                    Past.Charts.Degrade(Past.TurnOf(point, facts, evaluation, state), decision);
            }
        );
        return decision;
    }
}
