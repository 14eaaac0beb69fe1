using AirsPolicy.Text;

namespace AirsPolicy.Language.Text;

/// <summary>Replaces <paramref name="Span"/> of a text by <paramref name="NewText"/>; an empty span inserts.</summary>
public readonly record struct TextEdit(TextSpan Span, string NewText);
