using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Runtime.State;

/// <summary>What has been counted, or why that cannot be said.</summary>
/// <param name="Failure">Why not, or <see cref="FailureKind.None"/>.</param>
/// <param name="Amount">How many, or the sum in the units of <see cref="Numbers.SumAmount"/>.</param>
public readonly record struct TallyReading(FailureKind Failure, Int128 Amount)
{
    internal static TallyReading Nothing => default;

    internal static TallyReading Of(Int128 amount) => new(FailureKind.None, amount);

    internal static TallyReading Failed(FailureKind failure) => new(failure, 0);
}
