using AirsPolicy.Runtime.Schemas.Evaluating;
using AirsPolicy.Runtime.Schemas.Values;

namespace AirsPolicy.Runtime.Schemas.Keywords;

/// <summary><c>properties</c>: schemas for members by name.</summary>
internal sealed class PropertiesKeyword(KeywordSource source) : Keyword(source)
{
    private readonly (string Name, SchemaNode Schema)[] _schemas =
    [
        .. source.Members.Select(member => (member.Name, source.Node(member.Value))),
    ];

    public override bool Holds(Evaluation run, JsonValue value, EvaluatedParts? parts)
    {
        foreach (var (name, schema) in _schemas)
        {
            var place = value.PlaceOf(name);
            if (place < 0)
                continue;
            if (!run.Member(schema, value, place))
                return false;
            parts?.Add(place);
        }
        return true;
    }
}
