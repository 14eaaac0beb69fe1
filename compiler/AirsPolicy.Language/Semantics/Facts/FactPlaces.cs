using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Semantics.Facts;

/// <summary>At which decision points a fact stands, for saying where it could be read.</summary>
internal static class FactPlaces
{
    /// <summary>The points that have a fact of that name, in the order of the table; empty where none has.</summary>
    public static IReadOnlyList<string> Of(BindingContext context, string fact)
    {
        var declared = context.DeclaredFacts.GetValueOrDefault(fact, []);
        return [.. DecisionPoints.All
            .Where(point => point.Facts.Any(own => own.Name == fact) || (fact is "tool" or "args" && point.HasTool)
                || (fact == "result" && point.Name == PointNames.ToolResult) || declared.Contains(point.Name))
            .Select(point => point.Name)];
    }

    /// <summary>Whether every point has a fact of that name.</summary>
    public static bool IsEverywhere(BindingContext context, string fact) =>
        fact is "text" or "tier" or "system"
        || CommonFacts.All.Any(common => common.Name == fact)
        || context.DeclaredFacts.ContainsKey(fact);

    /// <summary>The points, of which there is at least one, as a sentence lists them.</summary>
    public static string Sentence(IReadOnlyList<string> points) => points switch
    {
        [var only] => $"'{only}'",
        _ => $"{string.Join(", ", points.SkipLast(1).Select(point => $"'{point}'"))} and '{points[^1]}'",
    };
}
