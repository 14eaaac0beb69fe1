using System.Collections.Frozen;
using System.Text.Json;
using AirsPolicy.Collections;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Symbols.Catalogues;

/// <summary>Reads the files of <c>policies/catalogue</c>. They are ours, so that a mistake in one is our fault and throws.</summary>
internal static class CatalogueReader
{
    private static readonly string[] s_outcomes = ["allow", "flag", "amend", "hold", "block", "halt"];

    private static readonly string[] s_kinds = [.. Enum.GetNames<Claimant>().Select(name => name.ToLowerInvariant())];

    /// <exception cref="InvalidDataException">The text is no catalogue.</exception>
    public static Catalogue Read(string json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 8, AllowDuplicateProperties = false });
        var root = document.RootElement;
        var entries = new Dictionary<string, CatalogueEntry>(StringComparer.Ordinal);
        foreach (var entry in root.GetProperty("entries").EnumerateArray().Select(ReadEntry))
        {
            if (!entries.TryAdd(entry.Id, entry))
                throw new InvalidDataException($"'{entry.Id}' is listed twice.");
        }
        return new Catalogue(
            Text(root, "catalogue"), Text(root, "title"), Text(root, "version"), Text(root, "source"), Text(root, "licence"),
            Text(root, "kind") switch
            {
                "threats" => true,
                "controls" => false,
                var kind => throw new InvalidDataException($"A catalogue lists controls or threats, not '{kind}'."),
            },
            entries.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private static CatalogueEntry ReadEntry(JsonElement json)
    {
        var points = json.TryGetProperty("points", out var list) ? list.EnumerateArray().Select(PointOf).ToValueList() : [];
        return new CatalogueEntry(
            Text(json, "id"), Text(json, "title"), points,
            json.TryGetProperty("least", out var least) ? OutcomeOf(least.GetString()!) : null,
            json.TryGetProperty("from", out var from) ? from.GetString() : null,
            json.TryGetProperty("by", out var kinds) ? kinds.EnumerateArray().Select(KindOf).ToValueList() : []);
    }

    private static string PointOf(JsonElement json) => json.GetString() is { } name && DecisionPoints.Find(name) is { } point
        ? point.Name
        : throw new InvalidDataException($"{json} is no decision point.");

    private static Claimant KindOf(JsonElement json) => Array.IndexOf(s_kinds, json.GetString()) is >= 0 and var index
        ? (Claimant)index
        : throw new InvalidDataException($"{json} is no kind of declaration that claims ids.");

    private static Outcome OutcomeOf(string word) => Array.IndexOf(s_outcomes, word) is >= 0 and var index
        ? (Outcome)index
        : throw new InvalidDataException($"'{word}' is no outcome.");

    private static string Text(JsonElement json, string name) =>
        json.GetProperty(name).GetString() is { Length: > 0 } text ? text : throw new InvalidDataException($"'{name}' says nothing.");
}
