using System.Collections.Frozen;
using System.Text.Json.Nodes;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Extensions.AI;

/// <summary>How a policy stands in front of chat clients. What a bundle names and these lack, it is not taken with.</summary>
public sealed record ChatPolicyOptions
{
    /// <summary>What the application knows of a request. Nothing by default.</summary>
    public Func<ChatRequest, CancellationToken, ValueTask<ChatFacts>>? Facts { get; init; }

    /// <summary>
    /// What the policy names behind <c>from</c>. A provider that fails, is late or gives null leaves its fact out.
    /// </summary>
    public IReadOnlyDictionary<string, Func<AskedFact, CancellationToken, ValueTask<JsonNode?>>> Providers { get; init; } =
        FrozenDictionary<string, Func<AskedFact, CancellationToken, ValueTask<JsonNode?>>>.Empty;

    /// <summary>What the policy names behind <c>notify</c>. One that fails is logged, and stops nothing.</summary>
    public IReadOnlyDictionary<string, Func<Decision, CancellationToken, ValueTask>> Notifications { get; init; } =
        FrozenDictionary<string, Func<Decision, CancellationToken, ValueTask>>.Empty;

    /// <summary>
    /// Takes back what has gone on, where a judge that looked at it afterwards says <c>retract</c>. One that fails is logged, and asked once.
    /// A bundle that retracts is not taken without it.
    /// </summary>
    public Func<Retraction, CancellationToken, ValueTask>? Retract { get; init; }

    /// <summary>What the policy names behind <c>require</c>. One that fails or gives false blocks.</summary>
    public IReadOnlyDictionary<string, Func<Decision, CancellationToken, ValueTask<bool>>> Duties { get; init; } =
        FrozenDictionary<string, Func<Decision, CancellationToken, ValueTask<bool>>>.Empty;

    /// <summary>
    /// The digests of tool definitions that are known (<see cref="ToolDigest.Of"/>), by name. A tool that is not among them has the
    /// definition with which it was first seen.
    /// </summary>
    public IReadOnlyDictionary<string, string> Tools { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>
    /// How long <see cref="Facts"/>, a notification or a duty may take, more than zero and at most 49 days. What is late has failed. 30
    /// seconds by default. What blocks its thread has no such bound.
    /// </summary>
    public TimeSpan BindingTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What users are told where a decision that refuses has no message.</summary>
    public string Refusal { get; init; } = "This cannot be answered here.";

    /// <summary>What users are told where a question or an answer waits for people.</summary>
    public string Waiting { get; init; } = "This waits for a person to look at it.";

    /// <summary>
    /// How long a held call or answer can be taken up again, whatever the policy gives people: more than zero and at most 36,500 days. An
    /// hour by default.
    /// </summary>
    public TimeSpan HeldCalls { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How often the model is asked within one request, at least 1. 40 by default.</summary>
    public int MaximumRounds { get; init; } = 40;

    /// <summary>How many decisions judges look at a time that are asked afterwards, at least 1. 8 by default.</summary>
    public int ParallelReviews { get; init; } = 8;

    /// <summary>
    /// How many decisions wait for those judges, at least 1. 256 by default. For one more they are not asked, and their <c>on error</c>
    /// follows.
    /// </summary>
    public int WaitingReviews { get; init; } = 256;

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
