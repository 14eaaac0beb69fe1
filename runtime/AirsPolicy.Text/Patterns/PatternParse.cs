namespace AirsPolicy.Text.Patterns;

/// <summary>What parsing gave: a tree, or at least one error.</summary>
/// <param name="Tree">The pattern; null exactly when there are errors.</param>
/// <param name="Errors">Every mistake found, by position.</param>
public sealed record PatternParse(PatternTree? Tree, PatternList<PatternError> Errors);
