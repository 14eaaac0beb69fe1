using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Runtime.Decisions;

/// <summary>Joins the content effects of a decision into one change.</summary>
internal static class ContentJoin
{
    public static ContentChange Join(List<ControlEffect> effects) => HasAny(effects) ? JoinAll(effects) : ContentChange.None;

    // Most decisions change nothing of the content.
    private static bool HasAny(List<ControlEffect> effects)
    {
        foreach (var (_, effect) in effects)
        {
            if (effect is RedactEffect or AppendEffect or ReplaceEffect or CutEffect or DropEffect or LabelEffect)
                return true;
        }
        return false;
    }

    private static ContentChange JoinAll(List<ControlEffect> effects)
    {
        var all = effects.Select(e => e.Effect).ToList();
        var replacement = all.OfType<ReplaceEffect>().Select(r => r.Text).Order(StringComparer.Ordinal).FirstOrDefault();
        var labels = all.OfType<LabelEffect>()
            .Select(l => l.Label)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToValueList();
        if (replacement is not null)
            return ContentChange.None with { Replacement = replacement, Labels = labels };
        return new ContentChange(
            null,
            RedactionJoin.Join(all.OfType<RedactEffect>()),
            JoinDrops(all.OfType<DropEffect>()),
            LeastCut(all, CutUnit.Characters),
            LeastCut(all, CutUnit.Bytes),
            effects.Where(e => e.Effect is AppendEffect)
                .Select(e => (e.Control, ((AppendEffect)e.Effect).Text))
                .OrderBy(e => e.Control, StringComparer.Ordinal).ThenBy(e => e.Text, StringComparer.Ordinal)
                .Select(e => e.Text).Distinct(StringComparer.Ordinal).ToValueList(),
            labels);
    }

    private static long? LeastCut(List<Effect> effects, CutUnit unit) =>
        effects.OfType<CutEffect>().Where(c => c.Unit == unit).Select(c => (long?)c.Limit).Min();

    private static ValueList<DropEffect> JoinDrops(IEnumerable<DropEffect> drops) =>
        drops
            .GroupBy(d => d.Path, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new DropEffect(g.Key, g.SelectMany(d => d.Indexes).Distinct().Order().ToValueList()))
            .ToValueList();
}
