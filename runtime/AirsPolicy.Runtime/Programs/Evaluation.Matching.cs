using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Text.Patterns;

namespace AirsPolicy.Runtime.Programs;

/// <summary>Patterns that conditions match themselves.</summary>
public sealed partial class Evaluation
{
    private readonly PatternScratch _patternScratch = new();

    /// <summary>Whether a pattern matches somewhere in a text.</summary>
    /// <param name="pattern">The number of the pattern.</param>
    /// <param name="text">The handle of the text.</param>
    [PolicyCallable]
    public bool Matches(int pattern, long text) =>
        CountText(Handle.Length(text)) && _policy.Patterns[pattern].IsMatch(_frame.Chars(text), _patternScratch);
}
