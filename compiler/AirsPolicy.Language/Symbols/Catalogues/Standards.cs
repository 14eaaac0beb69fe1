using System.Collections.Immutable;
using AirsPolicy.Language.Symbols.Packages;

namespace AirsPolicy.Language.Symbols.Catalogues;

/// <summary>
/// The standards and laws that the framework maps: the files of <c>policies/catalogue/standards</c>, carried inside this assembly.
/// </summary>
internal static class Standards
{
    private static readonly Lazy<ImmutableArray<Standard>> s_all = new(static () =>
        [.. ResourceFiles.All("standards/").Select(json => StandardReader.Read(json, IdsOf)).OrderBy(s => s.Name, StringComparer.Ordinal)]);

    /// <summary>The standards by name.</summary>
    public static ImmutableArray<Standard> All => s_all.Value;

    /// <summary>The standard of that name, or null.</summary>
    public static Standard? Find(string name) => All.FirstOrDefault(standard => standard.Name == name);

    // The framework maps whole domains of its infrastructure alone.
    private static IReadOnlyList<string> IdsOf(string domain) =>
        [
            .. ShippedCatalogues
                .Find("airs_infrastructure")!
                .Entries.Keys.Where(id => id.StartsWith($"{domain}-", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
}
