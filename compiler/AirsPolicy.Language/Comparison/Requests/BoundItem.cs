using AirsPolicy.Language.Model.Expressions;

namespace AirsPolicy.Language.Comparison.Requests;

/// <summary>A variable of a quantifier, bound to the first item of its list.</summary>
/// <param name="Variable">Its number in the rule.</param>
/// <param name="List">The list.</param>
/// <param name="Item">Where the item lies among the facts.</param>
internal sealed record BoundItem(int Variable, Expression List, FactPath Item);
