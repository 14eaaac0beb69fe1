using AirsPolicy.Language.Symbols.Points;

namespace AirsPolicy.Language.Semantics.Facts;

/// <summary>What the tables say of a built-in fact.</summary>
internal static class FactDocumentation
{
    public static string? Of(DecisionPoint? point, string name) =>
        point?.Facts.FirstOrDefault(fact => fact.Name == name)?.Summary
        ?? CommonFacts.All.FirstOrDefault(fact => fact.Name == name)?.Summary
        ?? name switch
        {
            "system" => CommonFacts.System.Summary,
            "tier" => "How severe the use case is, by the system's scheme.",
            "tool" => "The tool, by its declared name.",
            "args" => "What the tool is called with, as the model wrote it.",
            "result" => "What the tool answered.",
            _ => null,
        };
}
