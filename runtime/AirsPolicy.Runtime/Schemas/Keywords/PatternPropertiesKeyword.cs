using AirsPolicy.Runtime.Schemas.Evaluating;
using AirsPolicy.Runtime.Schemas.Values;

namespace AirsPolicy.Runtime.Schemas.Keywords;

/// <summary><c>patternProperties</c>: schemas for all members in whose name a pattern is found.</summary>
internal sealed class PatternPropertiesKeyword(KeywordSource source) : Keyword(source)
{
    private readonly (Text.Patterns.Pattern? Pattern, SchemaNode Schema)[] _schemas =
        [.. source.Members.Select(member => (source.Pattern(member.Name), source.Node(member.Value)))];

    public override bool Holds(Evaluation run, JsonValue value, EvaluatedParts? parts)
    {
        for (var i = 0; i < value.Names.Length; i++)
        {
            foreach (var (pattern, schema) in _schemas)
            {
                if (!run.Matches(pattern!, value.Names[i]))
                    continue;
                if (!run.Member(schema, value, i))
                    return false;
                parts?.Add(i);
            }
        }
        return true;
    }
}
