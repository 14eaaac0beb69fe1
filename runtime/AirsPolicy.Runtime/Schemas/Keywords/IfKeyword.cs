using AirsPolicy.Runtime.Schemas.Evaluating;
using AirsPolicy.Runtime.Schemas.Values;

namespace AirsPolicy.Runtime.Schemas.Keywords;

/// <summary><c>if</c> with <c>then</c> and <c>else</c>, which say nothing on their own.</summary>
internal sealed class IfKeyword(KeywordSource source) : Keyword(source)
{
    private readonly SchemaNode _condition = source.Single;
    private readonly SchemaNode? _then = source.Sibling("then")?.Single;
    private readonly SchemaNode? _else = source.Sibling("else")?.Single;

    public override IEnumerable<SchemaNode> InPlace => new[] { _condition, _then, _else }.OfType<SchemaNode>();

    public override bool Holds(Evaluation run, JsonValue value, EvaluatedParts? parts) =>
        (run.Tries(_condition, value, parts) ? _then : _else)?.Accepts(run, value, parts) ?? true;
}
