using AirsPolicy.Runtime.Schemas.Values;

namespace AirsPolicy.Runtime.Schemas.References;

/// <summary>Which vocabularies hold in a resource: those of the meta-schema that its <c>$schema</c> names (core section 8.1).</summary>
internal sealed class Dialects(SchemaIndex index, SchemaLog log)
{
    private const string Folder = "https://json-schema.org/draft/2020-12/vocab/";

    private readonly Dictionary<SchemaResource, Vocabulary> _known = [];

    public Vocabulary Of(SchemaResource resource)
    {
        if (_known.TryGetValue(resource, out var vocabularies))
            return vocabularies;
        vocabularies = resource.Root["$schema"] is { } schema ? OfMetaSchema(index.PlaceOf(resource.Root), schema)
            : resource.Parent is { } parent ? Of(parent)
            : Vocabulary.Standard;
        _known.Add(resource, vocabularies);
        return vocabularies;
    }

    private Vocabulary OfMetaSchema(SchemaPlace place, JsonValue schema)
    {
        if (schema.Kind != JsonKind.Text)
            return Report(place.Of("$schema"), "needs the address of a meta-schema");
        var uri = UriReference.WithoutFragment(schema.Text);
        if (string.Equals(uri, MetaSchemaDocuments.Standard, StringComparison.Ordinal))
            return Vocabulary.Standard;
        if (index.Find(uri) is not { } metaSchema)
            return Report(
                place.Of("$schema"),
                $"names '{uri}', which is neither '{MetaSchemaDocuments.Standard}' nor a meta-schema handed in");
        if (metaSchema.Root["$vocabulary"] is not { } declared)
            return Vocabulary.Standard;
        return declared.Kind == JsonKind.Record
            ? Declared(metaSchema, declared)
            : Report(index.PlaceOf(metaSchema.Root).Of("$vocabulary"), "needs a record of true and false");
    }

    private Vocabulary Declared(SchemaResource metaSchema, JsonValue declared)
    {
        var vocabularies = Vocabulary.Core;
        for (var i = 0; i < declared.Names.Length; i++)
        {
            var (name, required) = (declared.Names[i], declared.Items[i].IsTrue);
            var known = name.StartsWith(Folder, StringComparison.Ordinal) ? Find(name[Folder.Length..]) : null;
            if (known is { } vocabulary)
                vocabularies |= vocabulary;
            else if (required)
                return Report(
                    index.PlaceOf(metaSchema.Root).Of("$vocabulary"),
                    $"requires '{name}', which is not known here; only schemas that do without it can be read");
        }
        return vocabularies;
    }

    private static Vocabulary? Find(string name) => name switch
    {
        "core" => Vocabulary.Core,
        "applicator" => Vocabulary.Applicator,
        "unevaluated" => Vocabulary.Unevaluated,
        "validation" => Vocabulary.Validation,
        // Known here, so that an author who asks for it gets it, even where it is declared as optional.
        "format-assertion" => Vocabulary.FormatAssertion,
        "meta-data" or "format-annotation" or "content" => 0,
        _ => null,
    };

    private Vocabulary Report(string place, string problem)
    {
        log.Report(SchemaErrorKind.Vocabulary, place, problem);
        return Vocabulary.Standard;
    }
}
