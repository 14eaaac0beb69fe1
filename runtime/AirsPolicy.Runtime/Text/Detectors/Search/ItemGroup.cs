using System.Buffers;

namespace AirsPolicy.Runtime.Text.Detectors.Search;

/// <summary>Items of a detector that are looked for together.</summary>
/// <param name="Items">The items.</param>
/// <param name="Required">Where none of these texts stands in the folded view, no item matches; null where nothing is known.</param>
internal sealed record ItemGroup(ItemSearch[] Items, SearchValues<string>? Required)
{
    // Up to here one search for all texts costs about as much as one for one of them.
    private const int TermsTogether = 8;

    /// <summary>False only where no item of the group matches.</summary>
    public bool MayMatch(in Searched text) => Required is null || text.Folded.Text.ContainsAny(Required);

    /// <summary>Puts items into groups. Their order has no meaning.</summary>
    public static ItemGroup[] Of(IReadOnlyCollection<ItemSearch> items)
    {
        var groups = items.OfType<TermSearch>().Chunk(TermsTogether)
            .Select(terms => new ItemGroup([.. terms], SearchValues.Create([.. terms.Select(term => term.Term)], StringComparison.Ordinal)));
        ItemSearch[] others = [.. items.Where(item => item is not TermSearch)];
        return others.Length == 0 ? [.. groups] : [.. groups, new ItemGroup(others, null)];
    }
}
