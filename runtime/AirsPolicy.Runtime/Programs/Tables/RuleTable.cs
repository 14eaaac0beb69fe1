using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Runtime.Programs.Tables;

/// <summary>A control of the policy.</summary>
/// <param name="Origin">Where it stands, with the ordinal of a control as a whole.</param>
/// <param name="OnError">What follows when one of its rules, or all facts of a point where it stands, cannot be evaluated.</param>
/// <param name="Detect">It is in detect mode.</param>
/// <param name="Until">The last day of detect mode (<see cref="DateOnly.DayNumber"/>), or null for no end.</param>
public sealed record ControlTable(RuleOrigin Origin, ValueList<Effect> OnError, bool Detect, int? Until);

/// <summary>A rule of a control at one decision point.</summary>
/// <param name="Control">The number of its control.</param>
/// <param name="Ordinal">Which rule of the control, from 0 in the order of the file.</param>
/// <param name="File">The package-relative path of the file, with <c>/</c>.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Column">Its column in UTF-16 units, from 1.</param>
/// <param name="Effects">Its effects, in the order written.</param>
/// <param name="Required">
/// The facts that it cannot do without, by number, ordered by their names; of several missing ones the first is on the record.
/// </param>
/// <param name="Refusal">Why it refuses, where the language has made it; else null.</param>
public sealed record RuleTable(
    int Control,
    int Ordinal,
    string File,
    int Line,
    int Column,
    ValueList<RuleEffect> Effects,
    ValueList<int> Required,
    Refusal? Refusal = null);

/// <summary>An effect of a rule.</summary>
/// <param name="Effect">The effect; where it depends on facts, what of it is known when compiled.</param>
/// <param name="Computed">The rest comes from the evaluation, which may also find that the effect changes nothing.</param>
public sealed record RuleEffect(Effect Effect, bool Computed);
