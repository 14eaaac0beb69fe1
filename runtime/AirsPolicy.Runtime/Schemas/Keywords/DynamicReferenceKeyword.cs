using AirsPolicy.Runtime.Schemas.Evaluating;
using AirsPolicy.Runtime.Schemas.References;
using AirsPolicy.Runtime.Schemas.Values;

namespace AirsPolicy.Runtime.Schemas.Keywords;

/// <summary>
/// <c>$dynamicRef</c> (core section 8.2.3.2): where it leads to a <c>$dynamicAnchor</c>, the anchor of that name in the outermost resource
/// that the validation has come through counts instead.
/// </summary>
internal sealed class DynamicReferenceKeyword : Keyword
{
    private readonly SchemaNode _target;
    private readonly string? _anchor;
    private readonly Dictionary<SchemaResource, SchemaNode> _anchored = [];

    public DynamicReferenceKeyword(KeywordSource source)
        : base(source)
    {
        _target = source.Target();
        var name = UriReference.FragmentOf(source.Text);
        if (name.Length > 0 && ReferenceEquals(_target.Place.Resource.DynamicAnchor(name), _target.Source))
            _anchor = name;
    }

    /// <summary>Makes the schemas ready that it may lead to, once the resources are known that a validation can come through.</summary>
    public void Link(IEnumerable<SchemaResource> resources, Func<JsonValue, SchemaNode> node)
    {
        if (_anchor is null)
            return;
        foreach (var resource in resources)
        {
            if (resource.DynamicAnchor(_anchor) is { } schema)
                _anchored.TryAdd(resource, node(schema));
        }
    }

    public override bool Holds(Evaluation run, JsonValue value, EvaluatedParts? parts) => Target(run).Accepts(run, value, parts);

    private SchemaNode Target(Evaluation run)
    {
        if (_anchor is null)
            return _target;
        foreach (var resource in run.Scope)
        {
            if (_anchored.TryGetValue(resource, out var schema))
                return schema;
        }
        return _target;
    }
}
