using System.Collections.Frozen;

namespace AirsPolicy.Language.Symbols.Catalogues;

/// <summary>A list of controls or threats that others have published, by their ids.</summary>
/// <param name="Name">The name behind <c>use catalogue</c>.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Version">The version of the source.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Licence">The licence of the source.</param>
/// <param name="IsThreats">It lists threats, which controls mitigate; else controls, which are satisfied.</param>
/// <param name="Entries">What it lists, by id.</param>
internal sealed record Catalogue(
    string Name,
    string Title,
    string Version,
    string Source,
    string Licence,
    bool IsThreats,
    FrozenDictionary<string, CatalogueEntry> Entries)
{
    public bool Equals(Catalogue? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    public override string ToString() => Name;
}
