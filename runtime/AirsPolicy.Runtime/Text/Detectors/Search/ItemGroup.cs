using System.Buffers;
using AirsPolicy.Runtime.Text.Views;

namespace AirsPolicy.Runtime.Text.Detectors.Search;

/// <summary>Items of a detector that are looked for together.</summary>
/// <param name="Items">The items.</param>
/// <param name="Required">Where none of these texts stands in its view, no item matches; null where nothing is known.</param>
internal sealed record ItemGroup(ItemSearch[] Items, (TextViewKind Kind, SearchValues<string> Texts)[]? Required)
{
    // Up to here one search for all texts costs about as much as one for one of them.
    private const int TermsTogether = 8;

    /// <summary>False only where no item of the group matches.</summary>
    public bool MayMatch(in Searched text)
    {
        if (Required is null) return true;
        foreach (var (kind, texts) in Required)
        {
            if (text.View(kind).Text.ContainsAny(texts)) return true;
        }
        return false;
    }

    /// <summary>Puts items into groups. Their order has no meaning.</summary>
    public static ItemGroup[] Of(IReadOnlyCollection<ItemSearch> items)
    {
        var groups = items.OfType<TermSearch>().Chunk(TermsTogether).Select(terms => new ItemGroup([.. terms], RequiredOf(terms)));
        ItemSearch[] others = [.. items.Where(item => item is not TermSearch)];
        return others.Length == 0 ? [.. groups] : [.. groups, new ItemGroup(others, null)];
    }

    private static (TextViewKind Kind, SearchValues<string> Texts)[] RequiredOf(TermSearch[] terms) =>
    [
        .. terms.SelectMany(term => term.Forms)
            .GroupBy(form => form.Kind, form => form.Text)
            .Select(texts => (texts.Key, SearchValues.Create([.. texts], StringComparison.Ordinal))),
    ];
}
