using AirsPolicy.Runtime.Schemas.Evaluating;
using AirsPolicy.Runtime.Schemas.Values;

namespace AirsPolicy.Runtime.Schemas.Keywords;

/// <summary>
/// <c>additionalProperties</c>: a schema for all members that <c>properties</c> and <c>patternProperties</c> of the same schema do not
/// speak of.
/// </summary>
internal sealed class AdditionalPropertiesKeyword(KeywordSource source) : Keyword(source)
{
    private readonly SchemaNode _schema = source.Single;
    private readonly HashSet<string> _names = [.. source.Sibling("properties")?.Members.Select(member => member.Name) ?? []];
    private readonly Text.Patterns.Pattern?[] _patterns =
    [
        .. source.Sibling("patternProperties")?.Members.Select(member => source.Pattern(member.Name)) ?? [],
    ];

    public override bool Holds(Evaluation run, JsonValue value, EvaluatedParts? parts)
    {
        for (var i = 0; i < value.Names.Length; i++)
        {
            if (_names.Contains(value.Names[i]) || Array.Exists(_patterns, pattern => run.Matches(pattern!, value.Names[i])))
                continue;
            if (!run.Member(_schema, value, i))
                return false;
            parts?.Add(i);
        }
        return true;
    }
}
