using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Runtime.State;

/// <summary>How it is said that something about the past cannot be told. Both engines say it in these words.</summary>
public static class StateFailure
{
    /// <summary>What stands for the past where the policy is asked without any.</summary>
    public static Failure NoState { get; } =
        new(FailureKind.Internal, "The policy is asked without its state, in which lies what happened before.");

    /// <summary>A reading that failed.</summary>
    /// <param name="kind">The failure of the reading; not <see cref="FailureKind.None"/>.</param>
    public static Failure Of(FailureKind kind) => new(kind, "What happened before cannot be told.");

    /// <summary>A mean, or a deviation from one, of events of which there are none.</summary>
    public static Failure NoneYet { get; } = new(
        FailureKind.MissingFact,
        "Nothing has happened yet that has a mean; ask 'count of … >= 1 and' before it.");

    /// <summary>A draw from a limit whose amount is negative, which would fill the limit up again.</summary>
    public static Failure NegativeDraw { get; } = new(FailureKind.MisfitFact, "What is drawn is negative.");

    /// <summary>A limit that allows less than nothing.</summary>
    public static Failure NegativeLimit { get; } = new(FailureKind.MisfitFact, "What the limit allows is negative.");

    /// <summary>A number that cannot be summed, or a sum that is outside its type.</summary>
    public static Failure Overflow { get; } = new(FailureKind.Overflow, "A number left the range of its type.");

    /// <summary>A decision without a time, on which everything about the past depends.</summary>
    public static Failure NoTime { get; } = new(FailureKind.MissingFact, "The fact 'now' is absent.");
}
