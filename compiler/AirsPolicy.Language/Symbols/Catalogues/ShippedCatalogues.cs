using System.Collections.Frozen;
using AirsPolicy.Language.Symbols.Packages;

namespace AirsPolicy.Language.Symbols.Catalogues;

/// <summary>The catalogues that ship with the compiler: the files of <c>policies/catalogue</c>, carried inside this assembly.</summary>
internal static class ShippedCatalogues
{
    private static readonly Lazy<FrozenDictionary<string, Catalogue>> s_byName = new(static () =>
        ResourceFiles
            .All("catalogue/").Select(CatalogueReader.Read)
            .ToFrozenDictionary(catalogue => catalogue.Name, StringComparer.Ordinal));

    private static readonly Lazy<FrozenDictionary<string, Catalogue>> s_byId = new(static () =>
        All.SelectMany(catalogue => catalogue.Entries.Keys.Select(id => (id, catalogue)))
            .ToFrozenDictionary(pair => pair.id, pair => pair.catalogue, StringComparer.Ordinal));

    /// <summary>The catalogues by name.</summary>
    public static IEnumerable<Catalogue> All => s_byName.Value.Values.OrderBy(catalogue => catalogue.Name, StringComparer.Ordinal);

    /// <summary>The catalogue of that name, or null.</summary>
    public static Catalogue? Find(string name) => s_byName.Value.GetValueOrDefault(name);

    /// <summary>The one catalogue that lists an id, or null: no two list the same.</summary>
    public static Catalogue? Of(string id) => s_byId.Value.GetValueOrDefault(id);
}
