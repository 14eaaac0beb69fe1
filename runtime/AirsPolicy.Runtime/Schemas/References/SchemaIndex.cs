using AirsPolicy.Runtime.Schemas.Values;

namespace AirsPolicy.Runtime.Schemas.References;

/// <summary>All schemas that can be referred to: those of the documents handed in, and the meta-schemas. Nothing is ever fetched.</summary>
/// <param name="log">Takes the first mistake.</param>
internal sealed class SchemaIndex(SchemaLog log)
{
    private readonly Dictionary<string, SchemaResource> _resources = new(StringComparer.Ordinal);
    private readonly Dictionary<JsonValue, SchemaPlace> _places = new(ReferenceEqualityComparer.Instance);

    /// <summary>The place of a schema that has been added.</summary>
    public SchemaPlace PlaceOf(JsonValue schema) => _places[schema];

    /// <summary>Adds a document.</summary>
    /// <param name="uri">Its absolute address.</param>
    /// <param name="name">How messages call it; empty for the schema that is compiled.</param>
    public void Add(string uri, string name, JsonValue root)
    {
        uri = UriReference.WithoutFragment(uri);
        var resource = new SchemaResource(OwnUri(uri, root) ?? uri, root, parent: null);
        Register(uri, resource, new SchemaPlace(resource, name, ""));
        Walk(root, new SchemaPlace(resource, name, ""));
    }

    /// <summary>The schema that a reference leads to, or null where it leads nowhere, which is logged.</summary>
    /// <param name="place">Where the reference stands.</param>
    /// <param name="keyword"><c>$ref</c> or <c>$dynamicRef</c>.</param>
    public JsonValue? Resolve(SchemaPlace place, string keyword, string reference)
    {
        var uri = UriReference.Resolve(place.Resource.Uri, reference);
        if (Find(UriReference.WithoutFragment(uri)) is not { } resource)
        {
            return log.Report(
                SchemaErrorKind.Reference,
                place.Of(keyword),
                $"leads to '{UriReference.WithoutFragment(uri)}', which is none of the documents handed in; hand that document in, or correct the reference"
            );
        }
        var fragment = Unescape(UriReference.FragmentOf(uri));
        if (fragment.Length > 0 && fragment[0] != '/')
        {
            return resource.Anchor(fragment)
                ?? log.Report(
                    SchemaErrorKind.Reference,
                    place.Of(keyword),
                    $"leads to the anchor '{fragment}', which '{resource.Uri}' does not have");
        }
        return Follow(resource, fragment)
            ?? log.Report(SchemaErrorKind.Reference, place.Of(keyword), $"leads to '{fragment}', which is no schema in '{resource.Uri}'");
    }

    /// <summary>The resource with that address, without fragment, or null.</summary>
    public SchemaResource? Find(string uri)
    {
        if (_resources.TryGetValue(uri, out var resource))
            return resource;
        if (MetaSchemaDocuments.Find(uri) is not { } document)
            return null;
        Add(uri, uri, document);
        return _resources.GetValueOrDefault(uri);
    }

    private JsonValue? Follow(SchemaResource resource, string pointer)
    {
        var at = resource.Root;
        var place = _places[at];
        foreach (var name in JsonPointer.Names(pointer))
        {
            var next = at.Kind == JsonKind.List
                ? JsonPointer.IndexOf(name) is var index && index >= 0 && index < at.Items.Length ? at.Items[index] : null
                : at[name];
            if (next is null)
                return null;
            at = next;
            place = _places.GetValueOrDefault(at) ?? place with { Pointer = JsonPointer.Append(place.Pointer, name) };
        }
        if (at.Kind is not (JsonKind.Record or JsonKind.Boolean))
            return null;
        // A place that no keyword of JSON Schema gives to schemas becomes one because somebody refers to it.
        if (!_places.ContainsKey(at))
            Walk(at, place);
        return at;
    }

    // As deep as the document, which has been bounded when it was read.
    private void Walk(JsonValue schema, SchemaPlace place)
    {
        if (schema.Kind == JsonKind.Record && place.Resource.Root != schema && OwnUri(place.Resource.Uri, schema) is { } uri)
        {
            var resource = new SchemaResource(uri, schema, place.Resource);
            place = place with { Resource = resource };
            Register(uri, resource, place);
        }
        _places[schema] = place;
        Name(schema, place, "$anchor", isDynamic: false);
        Name(schema, place, "$dynamicAnchor", isDynamic: true);
        foreach (var (child, pointer) in Subschemas.Of(schema, place.Pointer))
            Walk(child, place with { Pointer = pointer });
    }

    private static string? OwnUri(string start, JsonValue schema) =>
        schema["$id"] is { Kind: JsonKind.Text } id ? UriReference.WithoutFragment(UriReference.Resolve(start, id.Text)) : null;

    private void Register(string uri, SchemaResource resource, SchemaPlace place)
    {
        foreach (var address in new[] { uri, resource.Uri })
        {
            if (!_resources.TryAdd(address, resource) && _resources[address] != resource)
                log.Report(
                    SchemaErrorKind.Address,
                    place.ToString(),
                    $"has the address '{address}', which another schema has too; each schema has one of its own");
        }
    }

    private void Name(JsonValue schema, SchemaPlace place, string keyword, bool isDynamic)
    {
        if (schema[keyword] is not { } anchor)
            return;
        if (anchor.Kind != JsonKind.Text || anchor.Text.Length == 0)
            log.Report(SchemaErrorKind.Keyword, place.Of(keyword), "needs a name");
        else if (!place.Resource.TryName(anchor.Text, schema, isDynamic))
            log.Report(
                SchemaErrorKind.Address,
                place.Of(keyword),
                $"is '{anchor.Text}', which another schema of the same resource is called too");
    }

    private static string Unescape(string fragment) =>
        fragment.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(fragment) : fragment;
}
