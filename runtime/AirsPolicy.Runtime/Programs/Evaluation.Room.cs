using System.Runtime.CompilerServices;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;

namespace AirsPolicy.Runtime.Programs;

/// <summary>What rules work out lies in the frame behind the facts, is bounded for each rule alone, and is let go with the rule.</summary>
public sealed partial class Evaluation
{
    // Where the facts end, once something has been worked out.
    private FrameMark _facts;
    private bool _works;

    /// <summary>A rule that works something out has come to its end.</summary>
    [PolicyCallable]
    public void Release()
    {
        if (_works)
            _frame.Release(_facts);
    }

    // An exception would leave what lies there behind.
    private void BeginWork()
    {
        if (_works)
            return;
        _works = _keeps = true;
        _facts = _frame.Mark();
    }

    // What a decision adds to the past is asked once for all rules, so that it has the same room whichever asks first.
    private bool HoldsApart(int test)
    {
        // No such condition asks a limit in a policy, but a program of somebody else could ask the limit that it is drawn from.
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var mark = _frame.Mark();
        _frame.Release(mark with { WorkedOut = 0 });
        var holds = _program.Test(test, _frame, this);
        _frame.Release(mark);
        return holds;
    }

    private bool TryWorkOut(long units)
    {
        BeginWork();
        if (!Failed && !_frame.TryWorkOut(units))
            WorksOutTooMuch();
        return !Failed;
    }

    private void WorksOutTooMuch() => Fail(FailureKind.OverLimit, "The rule works out more text than one may.");

    // What is let go makes room for others, so that its handle does not tell it apart.
    private bool IsWorkedOut(long text) => _works && Handle.Start(text) >= _facts.Chars;
}
