using AirsPolicy.Collections;

namespace AirsPolicy.Language.Comparison.Requests;

/// <summary>Where a value lies among the facts: names of the language, and the number of an item of a list.</summary>
internal readonly record struct FactPath(ValueList<string> Steps)
{
    public FactPath Then(IEnumerable<string> steps) => new(Steps.Concat(steps).ToValueList());

    public FactPath FirstItem => Then(["0"]);
}
