using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Language.Comparison.Results;

/// <summary>The controls that had a part in why two decisions differ.</summary>
internal static class ControlsThatDiffer
{
    /// <summary>
    /// The ids of controls whose rules in force fired in one decision and not, or with other effects, in the other; ordered.
    /// </summary>
    public static IEnumerable<string> Of(DecisionDifference difference)
    {
        var (before, after) = (Fired(difference.Before), Fired(difference.After));
        return before
            .Except(after)
            .Concat(after.Except(before))
            .Select(fired => fired.Control)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
    }

    // Where a rule stands in its control says nothing of what it does.
    private static HashSet<(string Control, ValueList<Effect> Effects, bool Failed)> Fired(Decision decision) =>
        [.. decision.Fired.Select(rule => (rule.Origin.Control, rule.Effects, rule.Failure is not null))];
}
