namespace AirsPolicy.Text.Patterns;

/// <summary>One mistake in a pattern.</summary>
/// <param name="Span">Where, in UTF-16 units from the start of the pattern's source; never empty, always inside it.</param>
/// <param name="Kind">Which mistake.</param>
/// <param name="Message">One sentence for the author: what is wrong and what to write instead.</param>
public sealed record PatternError(TextSpan Span, PatternErrorKind Kind, string Message);
