using AirsPolicy.Runtime.Schemas.Evaluating;
using AirsPolicy.Runtime.Schemas.Values;

namespace AirsPolicy.Runtime.Schemas.Keywords;

/// <summary><c>propertyNames</c>: a schema for the names of all members, which are texts.</summary>
internal sealed class PropertyNamesKeyword(KeywordSource source) : Keyword(source)
{
    private readonly SchemaNode _schema = source.Single;

    public override bool Holds(Evaluation run, JsonValue value, EvaluatedParts? parts)
    {
        foreach (var name in value.Names)
        {
            if (!run.Tries(_schema, JsonValue.Of(name), null))
                return run.Refuse(Place, "has a member whose name does not fit");
        }
        return true;
    }
}
