using AirsPolicy.Runtime.Text.Detectors.Search;

namespace AirsPolicy.Runtime.Text.Detectors.Builtin;

/// <summary>A detector that needs more than patterns: check digits, ranges of numbers. Stateless, linear in the text, and allocates nothing.</summary>
internal interface IBuiltinDetector
{
    /// <summary>Adds every match, in units of the folded text.</summary>
    /// <param name="folded">The folded view: digits of every script are 0–9, letters small, white space single spaces.</param>
    void Find(ReadOnlySpan<char> folded, SpanBuffer matches);
}
