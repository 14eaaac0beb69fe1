using AirsPolicy.Runtime.Schemas.Evaluating;
using AirsPolicy.Runtime.Schemas.Values;

namespace AirsPolicy.Runtime.Schemas.Keywords;

/// <summary><c>type</c>. An integer is a number without a fraction, however it is written: 1.0 is one.</summary>
internal sealed class TypeKeyword : Keyword
{
    private static readonly string[] s_types = ["null", "boolean", "number", "string", "array", "object", "integer"];

    private readonly IReadOnlyList<string> _types;
    private readonly string _wanted;

    public TypeKeyword(KeywordSource source)
        : base(source)
    {
        _types = source.Value.Kind == JsonKind.Text ? [source.Value.Text] : source.Names;
        if (_types.Count == 0 || _types.Except(s_types).Any())
            source.Needs("'null', 'boolean', 'number', 'integer', 'string', 'array' or 'object', or a list of them", 0);
        _wanted = string.Join(" or ", _types);
    }

    public override bool Holds(Evaluation run, JsonValue value, EvaluatedParts? parts)
    {
        var type = s_types[(int)value.Kind];
        foreach (var wanted in _types)
        {
            if (wanted == type || (wanted == "integer" && value.Kind == JsonKind.Number && value.Number.IsInteger))
                return true;
        }
        return run.Refuse(Place, $"is of the type {type}, where {_wanted} fits");
    }
}
