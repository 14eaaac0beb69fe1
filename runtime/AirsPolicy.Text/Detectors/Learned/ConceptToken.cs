namespace AirsPolicy.Text.Detectors.Learned;

/// <summary>A concept that stands in a text.</summary>
/// <param name="Concept">Its number.</param>
/// <param name="Span">The word that stands for it, in units of the text.</param>
internal readonly record struct ConceptToken(int Concept, TextSpan Span);
