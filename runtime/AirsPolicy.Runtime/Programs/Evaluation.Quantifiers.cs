using System.Runtime.CompilerServices;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;

namespace AirsPolicy.Runtime.Programs;

/// <summary>Everything that goes through a list: emitted code has no loops of its own.</summary>
public sealed partial class Evaluation
{
    private int[] _items = new int[8];
    private int _steps;
    private int _depth;

    /// <summary>Whether a condition holds for an item; ends at the first for which it does, or that fails.</summary>
    /// <param name="test">The number of the condition.</param>
    /// <param name="variable">The variable that stands for the item.</param>
    /// <param name="list">The handle of the list.</param>
    /// <param name="width">How many slots an item takes.</param>
    [PolicyCallable]
    public bool Any(int test, int variable, long list, int width)
    {
        Enter();
        var holds = HoldsForAny(test, variable, list, width);
        _depth--;
        return holds;
    }

    private bool HoldsForAny(int test, int variable, long list, int width)
    {
        for (var i = 0; i < Handle.Length(list); i++)
        {
            if (!MoveTo(variable, list, i, width))
                return false;
            if (Holds(test))
                return true;
            if (Failed)
                return false;
        }
        return false;
    }

    /// <summary>Whether a condition holds for every item; ends at the first for which it does not, or that fails.</summary>
    [PolicyCallable]
    public bool All(int test, int variable, long list, int width)
    {
        Enter();
        var holds = HoldsForAll(test, variable, list, width);
        _depth--;
        return holds;
    }

    private bool HoldsForAll(int test, int variable, long list, int width)
    {
        for (var i = 0; i < Handle.Length(list); i++)
        {
            if (!MoveTo(variable, list, i, width) || !Holds(test) || Failed)
                return false;
        }
        return true;
    }

    /// <summary>For how many items a condition holds; ends at the first that fails.</summary>
    [PolicyCallable]
    public long Count(int test, int variable, long list, int width)
    {
        Enter();
        var count = CountOf(test, variable, list, width);
        _depth--;
        return count;
    }

    private long CountOf(int test, int variable, long list, int width)
    {
        var count = 0L;
        for (var i = 0; i < Handle.Length(list); i++)
        {
            if (!MoveTo(variable, list, i, width))
                return 0;
            if (Holds(test))
                count++;
            if (Failed)
                return 0;
        }
        return count;
    }

    // What is worked out for an item is let go with it: all that is left of it is a truth.
    private bool Holds(int test)
    {
        var mark = _frame.Mark();
        var holds = _program.Test(test, _frame, this);
        _frame.Release(mark);
        return holds;
    }

    // What goes through a text counts within a quantifier, which may do it as often as it looks at items.
    private bool CountText(int length) => _depth == 0 || Count(FactLimits.StepsOf(length));

    // Texts of a list are compared with one that is as long; each is looked at.
    private bool CountCompared(int length, long list)
    {
        if (_depth == 0)
            return true;
        var compared = Handle.Length(list);
        for (var i = 0; i < Handle.Length(list); i++)
        {
            if (Handle.Length(_frame.Long(Handle.Start(list) + i)) == length)
                compared += length;
        }
        return CountText(compared);
    }

    private bool CountTexts(int shape, int slot, long value)
    {
        if (_depth == 0)
            return true;
        _walk.Start(_frame, _policy.Shapes[shape], slot, value);
        while (_walk.MoveNext())
        {
            if (!Count(1 + FactLimits.StepsOf(_walk.Text.Length)))
                return false;
        }
        return true;
    }

    private bool Count(int steps)
    {
        if (!Failed && (_steps += steps) > FactLimits.MaxSteps)
            Fail(FailureKind.OverLimit, "The quantifier looks at more list items and text than one may.");
        return !Failed;
    }

    // Steps are counted from the outermost quantifier on, so that neither other rules nor their order change what one comes to.
    private void Enter()
    {
        // Conditions within conditions are nested in a policy, but a program of somebody else could lead from one into itself.
        RuntimeHelpers.EnsureSufficientExecutionStack();
        // An exception would leave the depth as it is.
        _keeps = true;
        if (_depth++ == 0)
            _steps = 0;
    }

    private bool MoveTo(int variable, long list, int item, int width)
    {
        if (!Count(1))
            return false;
        if (variable >= _items.Length)
            Array.Resize(ref _items, variable * 2);
        _items[variable] = Handle.Start(list) + item * width;
        return true;
    }
}
