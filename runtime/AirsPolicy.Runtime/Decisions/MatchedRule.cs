using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Runtime.Decisions;

/// <summary>A rule that matched, or failed, with the effects that follow from it.</summary>
/// <param name="Origin">Where the rule stands.</param>
/// <param name="Effects">Its effects with their values; those of <c>on error</c> where it failed.</param>
/// <param name="Failure">Why the rule could not be evaluated, or null where it matched.</param>
/// <param name="Detect">The control is in detect mode: the effects are recorded under <c>would</c> and not carried out.</param>
/// <param name="Refusal">
/// Why it refuses, where nobody has written it: the language has made it of a declaration. Null for rules of the policy, and where it
/// failed.
/// </param>
public sealed record MatchedRule(
    RuleOrigin Origin,
    ValueList<Effect> Effects,
    Failure? Failure = null,
    bool Detect = false,
    Refusal? Refusal = null);
