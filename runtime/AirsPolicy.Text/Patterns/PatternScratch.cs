using AirsPolicy.Text.Patterns.Matching;
using AirsPolicy.Text.Patterns.Matching.Automata;

namespace AirsPolicy.Text.Patterns;

/// <summary>
/// The working memory of a search, for any pattern, one search at a time. Each thread has its own; the caller pools them. It keeps what
/// automata of the patterns searched for have come to so far, in at most 4 MiB, and grows to what the largest pattern seen needs (about 24
/// bytes an instruction), after which searching allocates nothing, unless more than thousands of matches wait at once for an earlier one to
/// be decided.
/// </summary>
public sealed class PatternScratch
{
    /// <summary>The most cells of four bytes for states.</summary>
    internal const int MaxCells = 1 << 20;

    /// <summary>Working memory with the usual bound.</summary>
    public PatternScratch()
        : this(MaxCells)
    {
    }

    internal PatternScratch(TextWork work)
        : this(MaxCells, work)
    {
    }

    internal PatternScratch(int maxCells)
        : this(maxCells, new TextWork())
    {
    }

    private PatternScratch(int maxCells, TextWork work)
    {
        var memory = new AutomatonMemory(maxCells);
        Search = new LazySearch(memory, work);
        Reverse = new ReverseSearch(memory, work);
    }

    internal LazySearch Search { get; }

    /// <summary>Looks for starts of matches; between two steps of a search, never within one.</summary>
    internal ReverseSearch Reverse { get; }
}
