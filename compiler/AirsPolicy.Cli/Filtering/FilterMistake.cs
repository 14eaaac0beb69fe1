using AirsPolicy.Text;

namespace AirsPolicy.Cli.Filtering;

/// <summary>What is wrong with a filter.</summary>
/// <param name="Span">Where, in its text.</param>
/// <param name="Message">One sentence that says what would be right.</param>
internal sealed record FilterMistake(TextSpan Span, string Message);
