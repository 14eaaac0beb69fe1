using System.Collections.Frozen;

namespace AirsPolicy.Language.Symbols.Catalogues;

/// <summary>A list of controls or threats, by their ids: one that others have published, or an organisation's own.</summary>
/// <param name="Name">What it calls itself; a shipped one stands by this name behind <c>use catalogue</c>.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Version">The version of the source, or null.</param>
/// <param name="Source">Where it comes from, or null.</param>
/// <param name="Licence">The licence of the source, or null.</param>
/// <param name="IsThreats">It lists threats, which controls mitigate; else controls, which are satisfied.</param>
/// <param name="Entries">What it lists, by id.</param>
internal sealed record Catalogue(
    string Name,
    string Title,
    string? Version,
    string? Source,
    string? Licence,
    bool IsThreats,
    FrozenDictionary<string, CatalogueEntry> Entries)
{
    /// <summary>What people read of an entry where its id is written.</summary>
    public string SummaryOf(CatalogueEntry entry)
    {
        var from = Version is null ? Title : $"{Title} {Version}";
        return entry.Owner is null ? $"{entry.Title}. ({from})" : $"{entry.Title}. ({from}, carried by {entry.Owner})";
    }

    public bool Equals(Catalogue? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    public override string ToString() => Name;
}
