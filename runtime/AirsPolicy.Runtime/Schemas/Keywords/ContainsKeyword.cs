using AirsPolicy.Runtime.Schemas.Evaluating;
using AirsPolicy.Runtime.Schemas.References;
using AirsPolicy.Runtime.Schemas.Values;

namespace AirsPolicy.Runtime.Schemas.Keywords;

/// <summary><c>contains</c>: as many items fit a schema as <c>minContains</c> (1 where it is absent) and <c>maxContains</c> say.</summary>
internal sealed class ContainsKeyword(KeywordSource source) : Keyword(source)
{
    private readonly SchemaNode _schema = source.Single;
    private readonly int _least = Bound(source, "minContains")?.Count ?? 1;
    private readonly int _most = Bound(source, "maxContains")?.Count ?? int.MaxValue;

    public override bool Holds(Evaluation run, JsonValue value, EvaluatedParts? parts)
    {
        if (value.Kind != JsonKind.List)
            return true;
        var count = 0;
        for (var i = 0; i < value.Items.Length; i++)
        {
            if (!run.Tries(_schema, value.Items[i], null))
                continue;
            count++;
            parts?.Add(i);
        }
        if (count < _least)
            return run.Refuse(Place, $"has {count} items that fit the schema, where at least {_least} have to");
        return count <= _most || run.Refuse(Place, $"has {count} items that fit the schema, where at most {_most} may");
    }

    // They belong to another vocabulary than the keyword that they bound.
    private static KeywordSource? Bound(KeywordSource source, string name) =>
        source.Vocabularies.HasFlag(Vocabulary.Validation) ? source.Sibling(name) : null;
}
