using AirsPolicy.Runtime.Schemas.Evaluating;
using AirsPolicy.Runtime.Schemas.Values;

namespace AirsPolicy.Runtime.Schemas.Keywords;

/// <summary><c>required</c>: a record has these members.</summary>
internal sealed class RequiredKeyword(KeywordSource source) : Keyword(source)
{
    private readonly IReadOnlyList<string> _names = source.Names;

    public override bool Holds(Evaluation run, JsonValue value, EvaluatedParts? parts)
    {
        if (value.Kind != JsonKind.Record)
            return true;
        foreach (var name in _names)
        {
            if (value.PlaceOf(name) < 0)
                return run.Refuse(Place, $"lacks the member '{name}'");
        }
        return true;
    }
}
