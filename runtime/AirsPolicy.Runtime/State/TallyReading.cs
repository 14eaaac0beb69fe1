using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State.Stores;

namespace AirsPolicy.Runtime.State;

/// <summary>What has been counted, or why that cannot be said.</summary>
/// <param name="Failure">Why not, or <see cref="FailureKind.None"/>.</param>
/// <param name="Amount">How many, or the sum, mean or deviation in the units of <see cref="Numbers.SumAmount"/>.</param>
public readonly record struct TallyReading(FailureKind Failure, Int128 Amount)
{
    /// <summary>For want of room it cannot be said; null where that is not why.</summary>
    internal NoRoom? NoRoom { get; init; }

    /// <summary>It fails because nothing has happened that has a mean.</summary>
    public bool HasNone { get; init; }

    /// <summary>The failure of a rule that asks.</summary>
    internal Failure Cause => NoRoom?.OfCount ?? (HasNone ? StateFailure.NoneYet : StateFailure.Of(Failure));

    internal static TallyReading Nothing => default;

    /// <summary>Of no events there is no mean, and no deviation from one.</summary>
    public static TallyReading OfNone { get; } = new(FailureKind.MissingFact, 0) { HasNone = true };

    internal static TallyReading Of(Int128 amount) => new(FailureKind.None, amount);

    internal static TallyReading Failed(FailureKind failure, NoRoom? noRoom = null) => new(failure, 0) { NoRoom = noRoom };
}
