namespace AirsPolicy.Text.Patterns;

/// <summary>A text that a match may have to contain.</summary>
/// <param name="Text">At least one character.</param>
/// <param name="Folded">
/// Whether case was ignored: <paramref name="Text"/> is then simply folded, character by character, and is to be looked for in the folded
/// match.
/// </param>
public sealed record PatternLiteral(string Text, bool Folded);
