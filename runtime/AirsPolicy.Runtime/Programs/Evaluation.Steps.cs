using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Runs;

namespace AirsPolicy.Runtime.Programs;

/// <summary>
/// Orders of steps: whether the step at hand keeps to one. Where a run stands is what the steps of the past have come to.
/// </summary>
public sealed partial class Evaluation
{
    /// <summary>Whether one more step keeps to an order.</summary>
    /// <param name="aggregate">The number of the aggregate that keeps it.</param>
    /// <param name="key">The key of the run, which ends here.</param>
    /// <param name="step">The place of the step's name among those of the order; another number leaves it.</param>
    [PolicyCallable]
    public bool KeepsTo(int aggregate, long key, long step)
    {
        var standing = Read(aggregate, key);
        return !Failed && OrderOf(aggregate).Next(StepProgress.StateOf(standing), (int)step) != StepAutomaton.Left;
    }

    /// <summary>Whether one more step, by its name, keeps to an order.</summary>
    /// <param name="name">The handle of the name.</param>
    [PolicyCallable]
    public bool KeepsToNamed(int aggregate, long key, long name)
    {
        var standing = Read(aggregate, key);
        return !Failed
            && CountText(Handle.Length(name))
            && OrderOf(aggregate).Next(StepProgress.StateOf(standing), _frame.Chars(name)) != StepAutomaton.Left;
    }

    private StepAutomaton OrderOf(int aggregate) => _policy.Tables.Aggregates[aggregate].Kept.Definition.Order!;
}
