namespace AirsPolicy.Language.Comparison.Results;

/// <summary>Something that the two versions declare differently.</summary>
/// <param name="Kind">
/// <c>point</c>, <c>fact</c>, <c>tool</c>, <c>queue</c>, <c>order</c>, <c>goal</c>, <c>control</c> or <c>inapplicable</c>.
/// </param>
/// <param name="Name">Its name; that of a fact with its point in front (<c>tool_call of refund: args.amount</c>).</param>
/// <param name="Before">What the earlier version declares, in a few words, or null where it declares nothing.</param>
/// <param name="After">What the later version declares, in a few words, or null where it declares nothing.</param>
/// <param name="Direction">Which version is the stricter, where it is the declaration alone that says so; or null.</param>
internal sealed record DeclarationDifference(
    string Kind, string Name, string? Before, string? After, DifferenceDirection? Direction = null);
