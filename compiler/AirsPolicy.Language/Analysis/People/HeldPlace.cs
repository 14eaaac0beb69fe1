using System.Globalization;
using AirsPolicy.Language.Evaluation.Coverage;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Language.Analysis.People;

/// <summary>A place of a policy at which something is held for a queue.</summary>
/// <param name="Queue">The queue, by its qualified name.</param>
/// <param name="HasTime">It says how long people have, or the queue does.</param>
/// <param name="Ticks">How long, in ticks of 100 ns, where that is known before a request; or null.</param>
/// <param name="IsOwn">It is written in the package's own files.</param>
/// <param name="Place">Where it is; null where that is not known any more, of what is not the package's own.</param>
/// <param name="Words">What holds, for people to read.</param>
internal sealed record HeldPlace(string Queue, bool HasTime, long? Ticks, bool IsOwn, SourcePlace? Place, string Words)
{
    /// <summary>
    /// All places at which what is held really waits, those of rules before those that say what follows when a rule fails.
    /// </summary>
    public static IEnumerable<HeldPlace> Of(PolicyModel model)
    {
        var parts = new CoverableParts(model, model.Name);
        var controls = model.Controls.Where(control => control.Detect is not { Until: null }).ToList();
        foreach (var control in controls)
        {
            foreach (var rule in control.Placements.SelectMany(placement => placement.Rules))
            {
                foreach (var (queue, hasTime, ticks) in rule.Effects.Select(HoldOf).OfType<Hold>())
                    yield return new HeldPlace(
                        queue,
                        hasTime,
                        ticks,
                        parts.IsOwn(rule.Place),
                        rule.Place,
                        string.Create(CultureInfo.InvariantCulture, $"'{control.Id}' in line {rule.Place.Line}"));
            }
        }
        foreach (var control in controls)
        {
            if (HoldOf(control.OnError) is var (queue, hasTime, ticks))
            {
                yield return new HeldPlace(
                    queue, hasTime, ticks, parts.IsOwn(control.Place), control.Place, $"'on error' of '{control.Id}'");
            }
        }
        foreach (var provider in model.Providers)
        {
            foreach (var hold in provider.OnError.OfType<HoldEffect>())
                yield return new HeldPlace(
                    hold.Queue, hold.Ticks is not null, hold.Ticks, false, null, $"'on error' of '{provider.Fact}'");
        }
    }

    private static Hold? HoldOf(EffectModel effect) => effect switch
    {
        HoldEffectModel hold => new Hold(hold.Queue, true, null),
        FixedEffectModel { Effect: HoldEffect hold } => new Hold(hold.Queue, hold.Ticks is not null, hold.Ticks),
        _ => null,
    };

    private sealed record Hold(string Queue, bool HasTime, long? Ticks);
}
