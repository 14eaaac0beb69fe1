using AirsPolicy.Collections;

namespace AirsPolicy.Runtime.Runs;

/// <summary>
/// Every written step of an order, numbered from the left, and which can come right after which. A set of steps is the bits of one number,
/// which is why there are at most 128.
/// </summary>
internal sealed class StepPositions
{
    private readonly List<string> _names = [];
    private readonly List<UInt128> _after = [];

    /// <summary>The order as a whole; null where a limit was passed.</summary>
    public Part? Whole { get; }

    public StepProblem? Problem { get; private set; }

    public StepPositions(StepExpression expression)
    {
        var whole = Read(expression, StepLimits.MaxDepth);
        Whole = Problem is null ? whole : null;
    }

    /// <summary>The names in ordinal order.</summary>
    public ValueList<string> Names => _names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList();

    /// <summary>The steps of that name.</summary>
    public UInt128 Named(string name)
    {
        UInt128 steps = 0;
        for (var i = 0; i < _names.Count; i++)
        {
            if (string.Equals(_names[i], name, StringComparison.Ordinal))
                steps |= UInt128.One << i;
        }

        return steps;
    }

    /// <summary>The steps that can come right after any of <paramref name="steps"/>.</summary>
    public UInt128 After(UInt128 steps)
    {
        UInt128 after = 0;
        for (; steps != 0; steps &= steps - 1)
            after |= _after[(int)UInt128.TrailingZeroCount(steps)];
        return after;
    }

    private Part Read(StepExpression expression, int depth)
    {
        if (depth == 0)
            Problem ??= StepProblem.TooDeep;
        if (Problem is not null)
            return Part.Nothing;
        switch (expression)
        {
            case NamedStep step:
                return Read(step);
            case StepSequence sequence:
                var whole = Part.Nothing;
                foreach (var item in sequence.Steps)
                    whole = Join(whole, Read(item, depth - 1));
                return whole;
            case StepChoice choice:
                var any = new Part(CanBeAbsent: false, 0, 0);
                foreach (var alternative in choice.Alternatives)
                    any = any.Or(Read(alternative, depth - 1));
                return any;
            case RepeatedStep repeated:
                var body = Read(repeated.Step, depth - 1);
                if (repeated.CanRecur)
                    Follow(body.Last, body.First);
                return body with { CanBeAbsent = body.CanBeAbsent || repeated.CanBeAbsent };
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private Part Read(NamedStep step)
    {
        if (_names.Count == StepLimits.MaxSteps)
        {
            Problem = StepProblem.TooManySteps;
            return Part.Nothing;
        }

        var position = UInt128.One << _names.Count;
        _names.Add(step.Name);
        _after.Add(0);
        return new Part(CanBeAbsent: false, position, position);
    }

    private Part Join(Part left, Part right)
    {
        Follow(left.Last, right.First);
        return new Part(
            left.CanBeAbsent && right.CanBeAbsent,
            left.First | (left.CanBeAbsent ? right.First : 0),
            right.Last | (right.CanBeAbsent ? left.Last : 0));
    }

    private void Follow(UInt128 steps, UInt128 next)
    {
        for (; steps != 0; steps &= steps - 1)
            _after[(int)UInt128.TrailingZeroCount(steps)] |= next;
    }

    /// <summary>What a part of an order begins and ends with.</summary>
    internal sealed record Part(bool CanBeAbsent, UInt128 First, UInt128 Last)
    {
        public static Part Nothing { get; } = new(CanBeAbsent: true, 0, 0);

        public Part Or(Part other) => new(CanBeAbsent || other.CanBeAbsent, First | other.First, Last | other.Last);
    }
}
