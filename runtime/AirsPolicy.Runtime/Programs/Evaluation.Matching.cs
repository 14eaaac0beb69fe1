using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Text.Patterns;
using AirsPolicy.Text.Patterns.Matching;

namespace AirsPolicy.Runtime.Programs;

/// <summary>Patterns that conditions match themselves.</summary>
public sealed partial class Evaluation
{
    private readonly TextWork _work;
    private readonly PatternScratch _patternScratch;

    /// <summary>Whether a pattern matches somewhere in a text.</summary>
    /// <param name="pattern">The number of the pattern.</param>
    /// <param name="text">The handle of the text.</param>
    [PolicyCallable]
    public bool Matches(int pattern, long text) =>
        CountText(Handle.Length(text)) && _policy.Patterns[pattern].IsMatch(_frame.Chars(text), _patternScratch) & IsWithinWork();

    // What was found since the work was used up means nothing.
    private bool IsWithinWork()
    {
        if (_work.IsExhausted)
            Fail(FailureKind.OverLimit, "The search of texts takes more steps than one decision may.");
        return !Failed;
    }
}
