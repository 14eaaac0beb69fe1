using AirsPolicy.Collections;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Model;

/// <summary>A property that is to hold of every request.</summary>
/// <param name="Title">The sentence that it proves.</param>
/// <param name="Assumed">That it cannot be decided is accepted; that it is wrong is not.</param>
/// <param name="Places">Where it is to hold.</param>
/// <param name="Least">The least outcome of decisions there.</param>
/// <param name="Place">Where its title is written.</param>
public sealed record ProofModel(string Title, bool Assumed, ValueList<ProvenPlace> Places, Outcome Least, SourcePlace Place);

/// <summary>Where a property is to hold.</summary>
/// <param name="Point">The decision point.</param>
/// <param name="Tools">The tools it is confined to; empty for all.</param>
/// <param name="Condition">Of which requests it speaks, bound to the facts of the point; null for all.</param>
public sealed record ProvenPlace(string Point, ValueList<string> Tools, Expression? Condition);
