using AirsPolicy.Collections;
using AirsPolicy.Language.Model;

namespace AirsPolicy.Language.Comparison.Meanings;

/// <summary>A rule of a control, wherever it stands.</summary>
/// <param name="Control">The id of its control.</param>
/// <param name="Ordinal">Its number in the control.</param>
/// <param name="Place">Where it is written.</param>
/// <param name="Means">What it means at each point and tool.</param>
internal sealed record RuleInForce(string Control, int Ordinal, SourcePlace Place, ValueList<PlacementModel> Means)
{
    public static IEnumerable<RuleInForce> Of(ControlModel control, Meaning meaning) =>
        from placement in control.Placements
        from rule in placement.Rules
        group placement with { Rules = [rule] } by rule.Ordinal into placements
        orderby placements.Key
        select new RuleInForce(control.Id, placements.Key, placements.First().Rules[0].Place, meaning.Of(placements.ToValueList()));
}
