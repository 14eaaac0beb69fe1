using AirsPolicy.Collections;
using AirsPolicy.Runtime.State.Limits;
using AirsPolicy.Runtime.State.Pace;

namespace AirsPolicy.Runtime.State;

/// <summary>What a policy keeps over time. Numbers are places in the lists.</summary>
/// <param name="Aggregates">What its rules ask of the past.</param>
/// <param name="Limits">What its decisions draw from.</param>
/// <param name="Origins">The labels and kinds of origin that it tells apart.</param>
/// <param name="Charts">The charts.</param>
public sealed record PolicyStateDefinition(
    ValueList<KeptAggregate> Aggregates,
    ValueList<KeptLimit> Limits,
    ValueList<string> Origins = default,
    ValueList<ChartDefinition> Charts = default);

/// <summary>An aggregate as state.</summary>
/// <param name="Digest">
/// What it means, as SHA-256 in lower-case hexadecimal: equal digests count the same, and what was counted stays over a change of policy.
/// </param>
/// <param name="Owner">With whose end its keys are forgotten.</param>
/// <param name="Definition">How it counts.</param>
public sealed record KeptAggregate(string Digest, StateOwner Owner, AggregateDefinition Definition);

/// <summary>A limit as state.</summary>
/// <param name="Digest">
/// What is drawn, in the same way: equal digests draw the same, whatever the limit allows, and what was drawn stays over a change of
/// policy.
/// </param>
/// <param name="Owner">With whose end its keys are forgotten.</param>
/// <param name="Definition">How it remembers draws.</param>
public sealed record KeptLimit(string Digest, StateOwner Owner, LimitDefinition Definition);
