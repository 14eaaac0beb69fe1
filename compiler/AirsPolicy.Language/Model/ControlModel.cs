using AirsPolicy.Collections;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Model;

/// <summary>A control, or the rules of a tool, which stand like a control at that tool's call.</summary>
/// <param name="Id">The qualified name (<c>shop.refunds.no_binding_offers</c>; <c>shop.refunds.tool.refund</c> for a tool's rules).</param>
/// <param name="Title">The title, or null.</param>
/// <param name="Severity">The declared severity, or null.</param>
/// <param name="Satisfies">Catalogue ids it satisfies, each once, in the order written.</param>
/// <param name="Mitigates">Catalogue ids it mitigates, each once, in the order written.</param>
/// <param name="NeverWaived">No waiver may take it out of force.</param>
/// <param name="Detect">It is in detect mode, and until when.</param>
/// <param name="OnError">What follows when one of its rules cannot be evaluated; block where nothing is declared.</param>
/// <param name="Placements">Where it stands, with its rules bound to the facts of each place.</param>
/// <param name="Place">Where it is declared.</param>
public sealed record ControlModel(
    string Id,
    string? Title,
    string? Severity,
    ValueList<string> Satisfies,
    ValueList<string> Mitigates,
    bool NeverWaived,
    DetectMode? Detect,
    EffectModel OnError,
    ValueList<PlacementModel> Placements,
    SourcePlace Place);

/// <summary>Detect mode: evaluated in full, recorded under <c>would</c>, carried out nowhere.</summary>
/// <param name="Until">The last day of it (<see cref="DateOnly.DayNumber"/>), after which the control is in force; null for no end.</param>
public sealed record DetectMode(int? Until);

/// <summary>A control at one decision point.</summary>
/// <param name="Point">The decision point.</param>
/// <param name="Tools">The tools it is confined to; empty for all.</param>
/// <param name="Rules">Its rules, bound to the facts of that point.</param>
public sealed record PlacementModel(string Point, ValueList<string> Tools, ValueList<RuleModel> Rules);

/// <summary>A rule: what decides.</summary>
/// <param name="Ordinal">Its number in the control, from 0 in the order of the file; the same at every point.</param>
/// <param name="Condition">When it matches; null for always.</param>
/// <param name="Effects">What follows.</param>
/// <param name="Place">
/// Where it is written, from <c>when</c> or <c>always</c> to its last effect; of a rule that the language makes, the clause that it makes
/// it of.
/// </param>
/// <param name="Refusal">Why it refuses, where the language makes it of a declaration; null for what is written.</param>
public sealed record RuleModel(
    int Ordinal,
    Expression? Condition,
    ValueList<EffectModel> Effects,
    SourcePlace Place,
    Refusal? Refusal = null);
