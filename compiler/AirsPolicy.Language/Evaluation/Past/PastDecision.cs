using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Evaluation.Past;

/// <summary>A decision that was recorded.</summary>
/// <param name="Fate">What became of it; null while it waits for people.</param>
/// <param name="At">When it went on or was refused; until then when it was made. In ticks of 100 ns since 0001-01-01 UTC.</param>
/// <param name="Events">What it is to each aggregate of the policy; null where it is no event of it.</param>
/// <param name="Draws">What it draws from each limit of the policy, or would once it goes on; null where nothing.</param>
/// <param name="Contents">What it brings into its session, or would once it goes on.</param>
/// <param name="Ends">The session that it ends, or would once it goes on; null for none.</param>
internal sealed record PastDecision(
    int Number,
    EventFate? Fate,
    long At,
    ValueList<Occurrence?> Events,
    ValueList<Draw?> Draws,
    ValueList<PastContent> Contents,
    string? Ends = null)
{
    /// <summary>The session that is over from here on; null where it goes on.</summary>
    public Value? Ended => Fate == EventFate.WentOn && Ends is { } session ? new TextValue(session) : null;
}

/// <summary>What a decision is to an aggregate: an event of a key, or one of which something cannot be told.</summary>
/// <param name="Keys">Who or what it counts for; null where that, or whether it counts, cannot be told.</param>
/// <param name="Value">What is summed or told apart; null for counts.</param>
/// <param name="Failure">Why something cannot be told, or <see cref="FailureKind.None"/>.</param>
internal sealed record Occurrence(ValueList<Value>? Keys, Value? Value, FailureKind Failure);

/// <summary>What a decision draws from a limit.</summary>
/// <param name="Keys">Who or what draws.</param>
/// <param name="Amount">How much, not negative.</param>
/// <param name="Limit">What the limit allowed then, not negative.</param>
internal sealed record Draw(ValueList<Value> Keys, Int128 Amount, Int128 Limit);
