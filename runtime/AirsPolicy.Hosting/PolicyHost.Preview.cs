using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Hosting;

/// <summary>What rules come to where nothing follows from it.</summary>
public sealed partial class PolicyHost
{
    /// <summary>
    /// What the rules of a point come to on facts, where nothing follows from it: nothing is drawn, counted, written down or waits. For
    /// contents whose parts have been decided on and that are seen together. A rule that cannot be evaluated does not count, as one that
    /// asks a judge: it has decided on the parts.
    /// </summary>
    /// <param name="point">The decision point.</param>
    /// <param name="facts">The facts, one object in UTF-8.</param>
    /// <returns>The decision. Where the facts cannot be evaluated at all, or a halt stands, one that blocks and says so.</returns>
    public Decision Preview(string point, ReadOnlySpan<byte> facts)
    {
        if (_active is not { } active)
            return NoPolicy(point);
        var number = active.Bundle.Policy.PointNumber(point);
        if (number < 0)
            return UnknownPoint(point, active);
        try
        {
            var scratch = active.Pool.Rent();
            if (scratch.Reader.Read(active.Bundle.Layouts[number], facts, scratch.Frame) is { } failure)
                return Settle(active, scratch, active.Bundle.Policy.Refuse(number, failure));
            var decision = InTurn(
                active,
                number,
                scratch,
                () => active.Bundle.Policy.Preview(number, scratch.Frame, scratch.Evaluation, active.State));
            return Settle(active, scratch, decision ?? active.Bundle.Policy.Refuse(number, NotEvaluated()));
        }
        catch (Exception fault)
        {
            return active.Bundle.Policy.Refuse(number, fault);
        }
    }

    private static Failure NotEvaluated() =>
        new(FailureKind.Unknown, "The facts cannot be evaluated, or a halt stands: a decision on them says which.");
}
