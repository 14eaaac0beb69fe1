using System.Collections.Immutable;
using AirsPolicy.Language.Reasoning.Formulas;
using AirsPolicy.Language.Reasoning.Terms;

namespace AirsPolicy.Language.Reasoning.Solving;

/// <summary>What has been taken for true and false so far, and what that leaves of each number.</summary>
internal sealed class Assignment
{
    private readonly bool?[] _truths;
    private readonly Interval[] _intervals;
    private ImmutableStack<TakenDifference> _differences;

    public Assignment(int atoms, IReadOnlyList<NumberTerm> numbers)
    {
        _truths = new bool?[atoms];
        _intervals = [.. numbers.Select(number => number.Range.DrawnIn(number))];
        _differences = [];
    }

    private Assignment(Assignment other)
    {
        _truths = (bool?[])other._truths.Clone();
        _intervals = (Interval[])other._intervals.Clone();
        _differences = other._differences;
    }

    /// <summary>The differences of two numbers that are bounded, and how.</summary>
    public ImmutableStack<TakenDifference> Differences => _differences;

    public Assignment Copy() => new(this);

    public bool? Taken(Atom atom) => _truths[atom.Index];

    public Interval Of(NumberTerm number) => _intervals[number.Index];

    /// <summary>The truth of an atom as far as it follows from what was taken; null where it does not.</summary>
    public bool? Known(Atom atom)
    {
        if (_truths[atom.Index] is { } truth)
            return truth;
        if (atom is not OrderAtom { Right: null } order)
            return null;
        var interval = _intervals[order.Left.Index];
        return interval.IsBelow(order.Bound, order.IsStrict) ? true : interval.IsAbove(order.Bound, order.IsStrict) ? false : null;
    }

    /// <summary>Takes an atom for true or false; false where a number has no value left.</summary>
    public bool Take(Atom atom, bool truth)
    {
        _truths[atom.Index] = truth;
        switch (atom)
        {
            case OrderAtom { Right: null } order:
                ref var interval = ref _intervals[order.Left.Index];
                interval = (truth ? interval.Below(order.Bound, order.IsStrict) : interval.Above(order.Bound, !order.IsStrict)).DrawnIn(
                    order.Left);
                return !interval.IsEmpty;
            case OrderAtom order:
                _differences = _differences.Push(new TakenDifference(order, truth));
                return true;
            default:
                return true;
        }
    }
}
