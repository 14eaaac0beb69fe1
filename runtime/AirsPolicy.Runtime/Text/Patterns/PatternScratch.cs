using AirsPolicy.Runtime.Text.Patterns.Matching;

namespace AirsPolicy.Runtime.Text.Patterns;

/// <summary>
/// The working memory of a search, for any pattern, one search at a time. Each thread has its own; the caller pools them.
/// It grows to the largest pattern seen (about 24 bytes an instruction), after which searching allocates nothing, unless more than
/// thousands of matches wait at once for an earlier one to be decided.
/// </summary>
public sealed class PatternScratch
{
    internal Simulation Simulation { get; } = new();
}
