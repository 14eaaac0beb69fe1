using AirsPolicy.Runtime.Schemas.Evaluating;
using AirsPolicy.Runtime.Schemas.Values;

namespace AirsPolicy.Runtime.Schemas.Keywords;

/// <summary><c>dependentSchemas</c>: a record that has a member fits the schema under the member's name.</summary>
internal sealed class DependentSchemasKeyword(KeywordSource source) : Keyword(source)
{
    private readonly (string Name, SchemaNode Schema)[] _schemas =
    [
        .. source.Members.Select(member => (member.Name, source.Node(member.Value))),
    ];

    public override IEnumerable<SchemaNode> InPlace => _schemas.Select(member => member.Schema);

    public override bool Holds(Evaluation run, JsonValue value, EvaluatedParts? parts)
    {
        foreach (var (name, schema) in _schemas)
        {
            if (value.PlaceOf(name) >= 0 && !schema.Accepts(run, value, parts))
                return false;
        }
        return true;
    }
}
