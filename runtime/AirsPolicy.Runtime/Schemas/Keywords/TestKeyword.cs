using AirsPolicy.Runtime.Schemas.Evaluating;
using AirsPolicy.Runtime.Schemas.Values;

namespace AirsPolicy.Runtime.Schemas.Keywords;

/// <summary>A keyword that asks one thing of the values of one kind.</summary>
/// <param name="kind">The kind that it speaks about; it holds of all others.</param>
/// <param name="test">What it asks.</param>
/// <param name="problem">What is wrong where it does not hold, as the rest of a sentence about the value.</param>
internal sealed class TestKeyword(KeywordSource source, JsonKind kind, Func<JsonValue, bool> test, string problem) : Keyword(source)
{
    public override bool Holds(Evaluation run, JsonValue value, EvaluatedParts? parts) =>
        value.Kind != kind || test(value) || run.Refuse(Place, problem);
}
