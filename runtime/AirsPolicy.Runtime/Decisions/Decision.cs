using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Runtime.Decisions;

/// <summary>What a policy says of one request at one decision point. Immutable, equal by value, with one JSON form.</summary>
public sealed record Decision
{
    /// <summary>The decision point (<c>output</c>).</summary>
    public required string Point { get; init; }

    /// <summary>The join of all effects in force.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>
    /// What the user is told: the message of the highest outcome, ties by control and then by text. Where none has one, what the language
    /// says of a refusal of its own or of a failure; else null.
    /// </summary>
    public string? Message { get; init; }

    /// <summary>The rules in force that matched or failed, ordered by control and ordinal.</summary>
    public ValueList<MatchedRule> Fired { get; init; }

    /// <summary>The rules in detect mode that matched or failed, in the same order.</summary>
    public ValueList<MatchedRule> Detected { get; init; }

    /// <summary>How the content changes if and when it goes on.</summary>
    public ContentChange Content { get; init; } = ContentChange.None;

    /// <summary>Who has to agree before the content goes on; one entry a queue, ordered by queue.</summary>
    public ValueList<HoldEffect> Holds { get; init; }

    /// <summary>What is halted, or null.</summary>
    public ValueList<HaltEffect> Halts { get; init; }

    /// <summary>
    /// What happens to calls of tools that are under way in what is halted, ordered by tool; empty where nothing is halted. Nothing is said
    /// of tools that are not listed.
    /// </summary>
    public ValueList<ToolStop> Stops { get; init; }

    /// <summary>What the host does whatever the outcome, each once, ordered by action and target.</summary>
    public ValueList<EventEffect> Events { get; init; }

    /// <summary>What the host confirms before the content goes on, each once, ordered.</summary>
    public ValueList<string> Duties { get; init; }

    /// <summary>
    /// Why the point as a whole failed, or null. The outcome is then that of its posture. A rule that failed, for want of a fact too, says
    /// so itself.
    /// </summary>
    public Failure? Failure { get; init; }

    /// <summary>
    /// Of an answer that was streamed, text has gone on that the decision does not let go on: what was shown is to be taken back. Never
    /// true where nothing had been released.
    /// </summary>
    public bool Retracted { get; init; }

    /// <summary>SHA-256 of the bundle's manifest in lower-case hexadecimal, or null where no bundle was asked.</summary>
    public string? Bundle { get; init; }
}
