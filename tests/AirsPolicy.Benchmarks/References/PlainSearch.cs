using System.Buffers;

namespace AirsPolicy.Benchmarks.References;

/// <summary>What the framework's own search of phrases costs: where each stands, in small and capital letters, and nothing else.</summary>
/// <param name="phrases">The phrases.</param>
internal sealed class PlainSearch(IEnumerable<string> phrases)
{
    private readonly SearchValues<string> _phrases = SearchValues.Create([.. phrases], StringComparison.OrdinalIgnoreCase);

    /// <summary>How many phrases stand in a text, one behind the other.</summary>
    public int Count(ReadOnlySpan<char> text)
    {
        var found = 0;
        for (var at = text.IndexOfAny(_phrases); at >= 0; at = text.IndexOfAny(_phrases))
        {
            found++;
            text = text[(at + 1)..];
        }
        return found;
    }
}
