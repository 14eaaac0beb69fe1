using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Language.Model.Effects;

/// <summary>An effect as a rule states it; what depends on facts is still an expression.</summary>
public abstract record EffectModel;

/// <summary>
/// An effect whose values are known when compiled: flag, block, append, replace, cut, events, label, require, and hold and halt without a
/// time that depends on facts.
/// </summary>
/// <param name="Effect">The effect itself.</param>
public sealed record FixedEffectModel(Effect Effect) : EffectModel;

/// <summary>A hold whose time depends on facts (<c>hold for people within by tier { … }</c>).</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Within">How long people have; a duration.</param>
/// <param name="OtherwiseHalt">Silence halts.</param>
public sealed record HoldEffectModel(string Queue, Expression Within, bool OtherwiseHalt) : EffectModel;

/// <summary>A halt whose time depends on facts.</summary>
/// <param name="Scope">What is halted.</param>
/// <param name="For">For how long; a duration.</param>
/// <param name="Message">What the user is told, or null.</param>
public sealed record HaltEffectModel(HaltScope Scope, Expression For, string? Message) : EffectModel;

/// <summary>Shortens the primary text; has no effect on one that is within the limit.</summary>
/// <param name="Text">The path of the text.</param>
/// <param name="Limit">To how much.</param>
/// <param name="Unit">What the limit counts.</param>
public sealed record CutEffectModel(PathExpression Text, long Limit, CutUnit Unit) : EffectModel;

/// <summary>Hides what a detector finds; has no effect where it finds nothing.</summary>
/// <param name="Detector">The qualified name of the detector.</param>
/// <param name="Target">The text, list or record that is searched and changed.</param>
/// <param name="Except">
/// A text or list of texts; a finding equal to one of them (or with the same digits, where the detector gives digits) stays. Null for none.
/// </param>
/// <param name="Method">How it is hidden.</param>
public sealed record RedactEffectModel(string Detector, PathExpression Target, Expression? Except, RedactionMethod Method) : EffectModel;

/// <summary>Takes the items out of a list for which a condition holds; has no effect where it holds for none.</summary>
/// <param name="List">The list.</param>
/// <param name="Variable">The variable that stands for an item, as numbered in <paramref name="Where"/>.</param>
/// <param name="Where">The condition.</param>
public sealed record DropEffectModel(PathExpression List, int Variable, Expression Where) : EffectModel;
