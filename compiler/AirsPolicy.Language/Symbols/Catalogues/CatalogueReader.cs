using System.Collections.Frozen;
using System.Text.Json;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Symbols.Catalogues;

/// <summary>Reads a catalogue: a file of <c>policies/catalogue</c>, or one of a package.</summary>
internal static class CatalogueReader
{
    /// <summary>How many entries a catalogue may have.</summary>
    public const int MostEntries = 2_000;

    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    /// <exception cref="InvalidDataException">The text is no catalogue; the message is a clause that says why.</exception>
    public static Catalogue Read(string json)
    {
        using var document = Parse(json);
        var root = new CatalogueMembers(
            document.RootElement, "the file", "catalogue", "title", "version", "source", "licence", "kind", "domains", "entries");
        var isThreats = root.Text("kind") switch
        {
            "threats" => true,
            "controls" => false,
            var kind => throw root.Refusal($"has '{kind}' for 'kind', where it may have 'controls', 'threats'"),
        };
        var domains = root.Named("domains").Select(CatalogueDomain.Read).ToList();
        var entries = new Dictionary<string, CatalogueEntry>(StringComparer.Ordinal);
        foreach (var (index, item) in root.Items("entries").Index())
        {
            var entry = ReadEntry(item, CatalogueMembers.Place("entry", index), isThreats, domains);
            if (!entries.TryAdd(entry.Id, entry))
                throw root.Refusal($"lists '{entry.Id}' twice");
            if (entries.Count > MostEntries)
                throw root.Refusal($"lists more than {MostEntries:N0} ids");
        }
        return new Catalogue(
            root.Text("catalogue"), root.Text("title"), root.OptionalText("version"), root.OptionalText("source"),
            root.OptionalText("licence"), isThreats, entries.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <exception cref="InvalidDataException">The text is not JSON, or too deep.</exception>
    internal static JsonDocument Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json, s_options);
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"line {(exception.LineNumber ?? 0) + 1} is not JSON of a catalogue", exception);
        }
    }

    // What the language can write: ID in its grammar.
    private static bool IsId(string id) =>
        char.IsAsciiLetterUpper(id[0])
        && id.Skip(1).Zip(id.Skip(2).Append('-'), static (unit, next) =>
            char.IsAsciiLetterOrDigit(unit)
            || unit == '_'
            || (unit is '-' or '.' && (char.IsAsciiLetterUpper(next) || char.IsAsciiDigit(next)))).All(static fits => fits);

    private static CatalogueEntry ReadEntry(JsonElement json, string place, bool isThreat, List<CatalogueDomain> domains)
    {
        var members = isThreat
            ? new CatalogueMembers(json, place, "id", "title", "domain", "owner", "controls")
            : new CatalogueMembers(json, place, "id", "title", "points", "least", "from", "by", "domain", "layer", "how", "owner");
        var id = members.Text("id");
        if (!IsId(id))
            throw members.Refusal($"has the id '{id}', where an id is a capital, then letters and digits, with '-' and '.' between them");
        var domain = domains.Where(domain => domain.Has(id)).MaxBy(domain => domain.Prefix.Length);
        var points = members.Texts("points");
        if (points.FirstOrDefault(point => DecisionPoints.Find(point) is null) is { } unknown)
            throw members.Refusal($"has '{unknown}' for 'points', which is no decision point");
        var entry = new CatalogueEntry(
            id, members.Text("title"), points, members.Word<Outcome>("least"), members.OptionalText("from"),
            members.Words<Claimant>("by"), members.OptionalText("domain") ?? domain?.Title,
            members.Word<ControlLayer>("layer") ?? domain?.Layer, members.Word<EnforcementKind>("how"), domain?.Source,
            members.OptionalText("owner"), members.Texts("controls"));
        if (isThreat)
            return entry;
        if (entry.Least is not null && points.Count == 0)
            throw members.Refusal("has 'least' without 'points', at which that outcome is reached");
        // What nothing decides while the system runs is for people, unless the entry says who else sees to it.
        var how = entry.How ?? (entry.IsDecidedAtRunTime ? EnforcementKind.Run : EnforcementKind.Organisation);
        if (entry.IsDecidedAtRunTime != (how == EnforcementKind.Run))
            throw members.Refusal("says that it is enforced at run time exactly where it has 'points', or a kind in 'by' that decides");
        return entry with { How = how };
    }
}
