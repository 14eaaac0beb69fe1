using AirsPolicy.Runtime.Schemas.Evaluating;
using AirsPolicy.Runtime.Schemas.Keywords;
using AirsPolicy.Runtime.Schemas.Patterns;
using AirsPolicy.Runtime.Schemas.References;
using AirsPolicy.Runtime.Schemas.Values;

namespace AirsPolicy.Runtime.Schemas;

/// <summary>Makes schemas ready, each once, from the first one on to all that it can reach.</summary>
internal sealed class SchemaCompiler
{
    private readonly Dictionary<JsonValue, SchemaNode> _nodes = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<SchemaNode> _pending = new();
    private readonly List<DynamicReferenceKeyword> _dynamic = [];

    public SchemaCompiler(SchemaOptions options)
    {
        Options = options;
        Index = new SchemaIndex(Log);
        Dialects = new Dialects(Index, Log);
    }

    public SchemaOptions Options { get; }

    public SchemaLog Log { get; } = new();

    public SchemaIndex Index { get; }

    public Dialects Dialects { get; }

    public PatternCache Patterns { get; } = new();

    /// <summary>Makes a schema and all that it reaches ready; null where there is a mistake, which is logged.</summary>
    public SchemaNode? Compile(JsonValue root)
    {
        var first = Node(root);
        do
        {
            while (Log.Error is null && _pending.TryDequeue(out var node))
                Complete(node);
            LinkDynamicReferences();
        }
        while (Log.Error is null && _pending.Count > 0);
        if (Log.Error is null)
            InPlaceCircles.Report(_nodes.Values, Log);
        return Log.Error is null ? first : null;
    }

    /// <summary>The schema made of a place in a document; it is ready once everything is.</summary>
    public SchemaNode Node(JsonValue schema)
    {
        if (_nodes.TryGetValue(schema, out var node))
            return node;
        node = new SchemaNode(schema, Index.PlaceOf(schema));
        _nodes.Add(schema, node);
        _pending.Enqueue(node);
        if (_nodes.Count > Options.Limits.MaxSchemas)
            Log.Report(
                SchemaErrorKind.OverLimit,
                node.Place.ToString(),
                $"is one schema too many, where at most {Options.Limits.MaxSchemas} are reached");
        return node;
    }

    private void Complete(SchemaNode node)
    {
        if (Options.LeftTo is { } mark && node.Source[mark] is not null)
            return;
        var vocabularies = Dialects.Of(node.Place.Resource);
        if (Options.AssertFormats)
            vocabularies |= Vocabulary.FormatAssertion;
        var keywords = new List<Keyword>();
        for (var i = 0; i < node.Source.Names.Length; i++)
        {
            var name = node.Source.Names[i];
            if (KeywordTable.Make(new KeywordSource(this, node, name, node.Source.Items[i]), vocabularies) is { } keyword)
                keywords.Add(keyword);
        }
        _dynamic.AddRange(keywords.OfType<DynamicReferenceKeyword>());
        node.Complete(keywords);
    }

    // Where a dynamic reference can lead depends on the resources that a validation comes through, so on all that anything is reached of.
    private void LinkDynamicReferences()
    {
        var reached = _nodes.Values.Select(node => node.Place.Resource).Distinct().ToList();
        foreach (var reference in _dynamic)
            reference.Link(reached, Node);
    }
}
