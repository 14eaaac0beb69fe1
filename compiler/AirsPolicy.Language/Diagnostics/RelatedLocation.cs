using AirsPolicy.Language.Text;
using AirsPolicy.Text;

namespace AirsPolicy.Language.Diagnostics;

/// <summary>Another place that a diagnostic speaks of, maybe in another file.</summary>
/// <param name="Source">The file.</param>
/// <param name="Span">The place in it.</param>
/// <param name="Text">What is there, as a clause: "'x' is declared here".</param>
public sealed record RelatedLocation(SourceText Source, TextSpan Span, string Text);
