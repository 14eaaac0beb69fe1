using System.Text.Json;

namespace AirsPolicy.Language.Symbols.Catalogues;

/// <summary>What all ids of a prefix have in common.</summary>
/// <param name="Prefix">The prefix, before a hyphen.</param>
/// <param name="Title">What the domain is called.</param>
/// <param name="Layer">The layer of its controls, where an entry does not say another; or null.</param>
/// <param name="Source">The page that describes them, or null.</param>
internal sealed record CatalogueDomain(string Prefix, string Title, ControlLayer? Layer, string? Source)
{
    /// <exception cref="InvalidDataException">The object is no domain.</exception>
    public static CatalogueDomain Read((string Prefix, JsonElement Json) domain)
    {
        var members = new CatalogueMembers(domain.Json, $"domain '{domain.Prefix}'", "title", "layer", "source");
        return new CatalogueDomain(
            domain.Prefix, members.Text("title"), members.Word<ControlLayer>("layer"), members.OptionalText("source"));
    }

    /// <summary>Whether an id is of this domain.</summary>
    public bool Has(string id) => id.StartsWith($"{Prefix}-", StringComparison.Ordinal);
}
