using AirsPolicy.Language.Semantics.Facts;

namespace AirsPolicy.Language.Semantics.Judges;

/// <summary>Where a rule stands, for a sentence: <c>'tool_call' of 'pay'</c>.</summary>
internal static class PlaceText
{
    public static string Of(PointFacts facts) =>
        facts.Tools.IsEmpty ? $"'{facts.Name}'" : $"'{facts.Name}' of {string.Join(", ", facts.Tools.Select(tool => $"'{tool.Tool}'"))}";
}
