using AirsPolicy.Runtime.Schemas.Values;

namespace AirsPolicy.Runtime.Schemas.References;

/// <summary>A schema with an address of its own: a document, or a part of one that says <c>$id</c>.</summary>
/// <param name="uri">Its absolute address, without fragment.</param>
/// <param name="root">The schema itself.</param>
/// <param name="parent">The resource that it stands in, or null for a document.</param>
internal sealed class SchemaResource(string uri, JsonValue root, SchemaResource? parent)
{
    private readonly Dictionary<string, JsonValue> _anchors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonValue> _dynamicAnchors = new(StringComparer.Ordinal);

    public string Uri { get; } = uri;

    public JsonValue Root { get; } = root;

    public SchemaResource? Parent { get; } = parent;

    /// <summary>The schema that a <c>$anchor</c> or <c>$dynamicAnchor</c> names, or null.</summary>
    public JsonValue? Anchor(string name) => _anchors.GetValueOrDefault(name);

    /// <summary>The schema that a <c>$dynamicAnchor</c> names, or null.</summary>
    public JsonValue? DynamicAnchor(string name) => _dynamicAnchors.GetValueOrDefault(name);

    /// <summary>Names a schema of the resource; false where the name is taken.</summary>
    public bool TryName(string name, JsonValue schema, bool isDynamic)
    {
        if (_anchors.TryGetValue(name, out var named) && !ReferenceEquals(named, schema))
            return false;
        _anchors[name] = schema;
        if (isDynamic)
            _dynamicAnchors[name] = schema;
        return true;
    }
}
