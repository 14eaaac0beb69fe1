using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.State;
using AirsPolicy.Text.Windows;

namespace AirsPolicy.Runtime.Programs;

/// <summary>Answers that stream.</summary>
public sealed partial class CompiledPolicy
{
    /// <summary>What is looked for in an answer before it is released.</summary>
    internal WindowPlan Windows { get; }

    /// <summary>
    /// Evaluates everything that stands at a point for an answer that still arrives: nothing is drawn or written down. Says whether nothing
    /// goes on whatever the rules come to.
    /// </summary>
    internal bool EvaluateStreamed(int point, FactFrame facts, Evaluation evaluation, PolicyState? state)
    {
        if (state is null)
            return Evaluate(point, facts, evaluation) is not null;
        try
        {
            return Past.Peek(Past.TurnOf(point, facts, evaluation, state));
        }
        finally
        {
            evaluation.EndPast();
        }
    }
}
