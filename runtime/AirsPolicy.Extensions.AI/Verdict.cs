using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Extensions.AI;

/// <summary>A decision, with the number under which it waits for people; null where it does not.</summary>
internal sealed record Verdict(Decision Decision, long? Waits)
{
    /// <summary>The content goes on, changed or not.</summary>
    public bool GoesOn => Decision.Outcome < Outcome.Hold;

    /// <summary>The content goes on as it is.</summary>
    public bool IsUnchanged => Decision.Outcome < Outcome.Amend;

    /// <summary>A refusal that no rule of the policy has made.</summary>
    public static Verdict Refuse(string point, string why, string? bundle) =>
        new(FailedPoint.Decide(point, new Failure(FailureKind.Unknown, why), [], bundle), null);
}
