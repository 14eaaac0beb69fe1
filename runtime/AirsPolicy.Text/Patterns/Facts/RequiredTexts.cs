namespace AirsPolicy.Text.Patterns.Facts;

/// <summary>Texts of which every match contains one.</summary>
/// <param name="Any">The texts, none of them empty.</param>
/// <param name="Within">
/// One of them begins at most so many UTF-16 units behind the start of the match; null where no bound is known.
/// </param>
/// <param name="Item">
/// Of a sequence: before which of its items every match has one of them stand; null where they are deeper within it.
/// </param>
internal sealed record RequiredTexts(PatternList<PatternLiteral> Any, int? Within, int? Item = null);
