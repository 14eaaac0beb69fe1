using System.Collections.Immutable;
using System.Text.Json;
using AirsPolicy.Collections;

namespace AirsPolicy.Language.Symbols.Catalogues;

/// <summary>
/// Reads the files of <c>policies/catalogue/standards</c>. They are ours, so that a mistake in one is our fault and throws.
/// </summary>
internal static class StandardReader
{
    /// <param name="json">The file.</param>
    /// <param name="idsOf">The ids of the controls of a domain (<c>LOG</c>), in their order.</param>
    /// <exception cref="InvalidDataException">The text is no standard.</exception>
    public static Standard Read(string json, Func<string, IReadOnlyList<string>> idsOf)
    {
        using var document = CatalogueReader.Parse(json);
        var root = new CatalogueMembers(document.RootElement, "the file", "standard", "title", "version", "source", "mapping", "rows");
        var rows = root
            .Items("rows").Index().Select(row => ReadRow(row.Item, CatalogueMembers.Place("row", row.Index), idsOf)).ToImmutableArray();
        if (rows.GroupBy(row => row.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw root.Refusal($"has the row '{twice.Key}' twice");
        return new Standard(
            root.Text("standard"), root.Text("title"), root.Text("version"), root.Text("source"), root.Text("mapping"), rows);
    }

    private static StandardRow ReadRow(JsonElement json, string place, Func<string, IReadOnlyList<string>> idsOf)
    {
        var members = new CatalogueMembers(json, place, "id", "title", "domains", "controls", "other");
        var ofDomains = members
            .Texts("domains").SelectMany(domain => idsOf(domain) is { Count: > 0 } ids
                ? ids
                : throw members.Refusal($"has '{domain}', which is no domain"));
        return new StandardRow(
            members.Text("id"), members.OptionalText("title"), ofDomains.Concat(members.Texts("controls")).ToValueList(),
            members.Texts("other"));
    }
}
