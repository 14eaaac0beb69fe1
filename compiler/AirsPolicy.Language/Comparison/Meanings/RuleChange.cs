using AirsPolicy.Language.Model;

namespace AirsPolicy.Language.Comparison.Meanings;

/// <summary>A rule that means something else in the later version, or that one version alone has.</summary>
/// <param name="Before">The rule of the earlier version, or null.</param>
/// <param name="After">The rule of the later version, or null.</param>
internal sealed record RuleChange(RuleInForce? Before, RuleInForce? After)
{
    public string Control => (Before ?? After)!.Control;

    /// <summary>
    /// The rules that changed. What means the same has not, wherever in its control it stands; what is left is paired in its order.
    /// </summary>
    public static IEnumerable<RuleChange> Between(PolicyModel before, PolicyModel after, Meaning first, Meaning second)
    {
        foreach (
            var id in before
                .Controls.Concat(after.Controls)
                .Select(control => control.Id)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal))
        {
            var (own, others) = (Rules(before, id, first), Rules(after, id, second));
            foreach (var rule in own.ToList())
            {
                var same = others.FindIndex(other => other.Means == rule.Means);
                if (same < 0)
                    continue;
                own.Remove(rule);
                others.RemoveAt(same);
            }
            for (var i = 0; i < Math.Max(own.Count, others.Count); i++)
                yield return new RuleChange(own.ElementAtOrDefault(i), others.ElementAtOrDefault(i));
        }
    }

    private static List<RuleInForce> Rules(PolicyModel model, string control, Meaning meaning) =>
        [.. model.Controls.Where(known => known.Id == control).SelectMany(known => RuleInForce.Of(known, meaning))];
}
