using AirsPolicy.Runtime.Decisions.Json;

namespace AirsPolicy.Runtime.Decisions;

/// <summary>
/// The order of rules in a decision: by control, ordinal and place. Two entries of one rule that differ still have an order, that of
/// their JSON, so that no decision depends on the order in which rules were found.
/// </summary>
internal sealed class RuleOrder : IComparer<MatchedRule>
{
    public static readonly RuleOrder Instance = new();

    public int Compare(MatchedRule? x, MatchedRule? y)
    {
        var (a, b) = (x!, y!);
        var order = string.CompareOrdinal(a.Origin.Control, b.Origin.Control);
        if (order == 0)
            order = a.Origin.Ordinal.CompareTo(b.Origin.Ordinal);
        if (order == 0)
            order = string.CompareOrdinal(a.Origin.File, b.Origin.File);
        if (order == 0)
            order = (a.Origin.Line, a.Origin.Column, a.Detect).CompareTo((b.Origin.Line, b.Origin.Column, b.Detect));
        return order != 0 || a == b ? order : string.CompareOrdinal(DecisionJson.ToText(a), DecisionJson.ToText(b));
    }
}
