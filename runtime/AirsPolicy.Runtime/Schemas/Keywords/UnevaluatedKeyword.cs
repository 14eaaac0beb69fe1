using AirsPolicy.Runtime.Schemas.Evaluating;
using AirsPolicy.Runtime.Schemas.Values;

namespace AirsPolicy.Runtime.Schemas.Keywords;

/// <summary>
/// <c>unevaluatedProperties</c> and <c>unevaluatedItems</c>: a schema for the parts that no keyword beside or inside has had a say about.
/// Asked after all others.
/// </summary>
internal sealed class UnevaluatedKeyword(KeywordSource source, JsonKind kind) : Keyword(source)
{
    private readonly SchemaNode _schema = source.Single;

    public override bool Holds(Evaluation run, JsonValue value, EvaluatedParts? parts)
    {
        if (value.Kind != kind)
            return true;
        for (var i = 0; i < value.Items.Length; i++)
        {
            if (parts![i])
                continue;
            if (!(kind == JsonKind.List ? run.Item(_schema, value, i) : run.Member(_schema, value, i)))
                return false;
        }
        parts!.AddAll();
        return true;
    }
}
