using System.Collections.Frozen;
using AirsPolicy.Runtime.Schemas.Values;

namespace AirsPolicy.Runtime.Schemas.References;

/// <summary>The meta-schemas of JSON Schema 2020-12, which every set of documents has. They are part of the runtime.</summary>
internal static class MetaSchemaDocuments
{
    /// <summary>The meta-schema that holds where a schema names none.</summary>
    public const string Standard = Folder + "schema";

    private const string Folder = "https://json-schema.org/draft/2020-12/";

    // Parsed once per process; values are immutable.
    private static readonly Lazy<FrozenDictionary<string, JsonValue>> s_documents = new(Read);

    /// <summary>The meta-schema with that address, or null.</summary>
    public static JsonValue? Find(string uri) =>
        uri.StartsWith(Folder, StringComparison.Ordinal) ? s_documents.Value.GetValueOrDefault(uri) : null;

    private static FrozenDictionary<string, JsonValue> Read()
    {
        string[] parts =
        [
            "applicator",
            "content",
            "core",
            "format-annotation",
            "format-assertion",
            "meta-data",
            "unevaluated",
            "validation",
        ];
        return parts
            .Select(part => (Address: "meta/" + part, File: part))
            .Append((Address: "schema", File: "schema"))
            .ToFrozenDictionary(document => Folder + document.Address, document => Read(document.File), StringComparer.Ordinal);
    }

    private static JsonValue Read(string file)
    {
        using var stream = typeof(MetaSchemaDocuments).Assembly.GetManifestResourceStream($"meta-schemas/{file}.json")
            ?? throw new InvalidOperationException($"The runtime lacks its meta-schema '{file}'.");
        var json = new byte[stream.Length];
        stream.ReadExactly(json);
        var problem = JsonParser.Parse(json, SchemaLimits.Default.MaxDepth, out var value);
        return value ?? throw new InvalidOperationException($"The meta-schema '{file}' of the runtime cannot be read: {problem!.Clause}.");
    }
}
