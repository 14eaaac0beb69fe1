using AirsPolicy.Runtime.Schemas.Evaluating;
using AirsPolicy.Runtime.Schemas.Values;

namespace AirsPolicy.Runtime.Schemas.Keywords;

/// <summary><c>pattern</c>: is found somewhere in a text.</summary>
internal sealed class PatternKeyword(KeywordSource source) : Keyword(source)
{
    private readonly Text.Patterns.Pattern? _pattern = source.Pattern(source.Text);
    private readonly string _problem = $"is a text without a match of '{source.Text}'";

    public override bool Holds(Evaluation run, JsonValue value, EvaluatedParts? parts) =>
        value.Kind != JsonKind.Text || run.Matches(_pattern!, value.Text) || run.Refuse(Place, _problem);
}
