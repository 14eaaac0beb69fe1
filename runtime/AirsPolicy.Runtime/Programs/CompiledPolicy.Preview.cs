using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.State;

namespace AirsPolicy.Runtime.Programs;

/// <summary>What rules come to where nothing follows from it.</summary>
public sealed partial class CompiledPolicy
{
    /// <summary>
    /// What the rules that can be evaluated come to on these facts. Nothing is drawn or written down. A rule that cannot be evaluated, as
    /// one that asks a judge without an answer, does not count. Null where the facts cannot be evaluated at all, and where a halt stands.
    /// </summary>
    /// <inheritdoc cref="JudgesToAsk"/>
    public Decision? Preview(int point, FactFrame facts, Evaluation evaluation, PolicyState? state)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        Decision? decision = null;
        Peek(point, facts, evaluation, state, () => decision = FiredWhole(point, facts, evaluation));
        return decision;
    }

    private Decision FiredWhole(int point, FactFrame facts, Evaluation evaluation) =>
        _decisions.Fired(point, facts, evaluation, rule => !evaluation.FailedRules.Exists(failed => failed.Rule == rule));

    private void Peek(int point, FactFrame facts, Evaluation evaluation, PolicyState? state, Action found)
    {
        if (state is null)
        {
            if (Evaluate(point, facts, evaluation) is null)
                found();
            return;
        }
        var turn = Past.TurnOf(point, facts, evaluation, state);
        try
        {
            if (!Past.Peek(turn))
                found();
        }
        finally
        {
            evaluation.EndPast();
        }
    }
}
