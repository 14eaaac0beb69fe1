using AirsPolicy.Runtime.Schemas.Evaluating;
using AirsPolicy.Runtime.Schemas.Values;

namespace AirsPolicy.Runtime.Schemas.Keywords;

/// <summary><c>enum</c> and <c>const</c>: the value equals one of some.</summary>
internal sealed class EnumKeyword(KeywordSource source, IReadOnlyList<JsonValue> values) : Keyword(source)
{
    private readonly HashSet<JsonValue> _values = [.. values];

    public override bool Holds(Evaluation run, JsonValue value, EvaluatedParts? parts) =>
        _values.Contains(value)
        || run.Refuse(Place, _values.Count == 1 ? "is not the one value that fits" : $"is none of the {_values.Count} values that fit");
}
