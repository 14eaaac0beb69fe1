using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Judges;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Language.Analysis.Streams;

/// <summary>
/// Sorts the rules about answers into those that act before text is released and those that are only known of the whole. Compiler, reports
/// and diagnostics read this one sorting.
/// </summary>
internal static class StreamSorting
{
    /// <summary>Every rule that stands at <c>output</c>, in the order of the model.</summary>
    public static ValueList<StreamedRule> Of(PolicyModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var conditions = new StreamConditions(model);
        return model
            .Controls.SelectMany(control =>
                control
                    .Placements.Where(placement => placement.Point == PointNames.Output)
                    .SelectMany(placement => placement.Rules)
                    .Select(rule => Judged(model, control, rule) ?? Sort(control, rule, conditions)))
            .ToValueList();
    }

    private static StreamedRule? Judged(PolicyModel model, ControlModel control, RuleModel rule) =>
        control.Detect is not { Until: null }
        && model.Judges.Any(judge => judge is { Inline: true, Mode: JudgeMode.Operational } && judge.Control == control.Id)
            ? new StreamedRule(
                control,
                rule,
                StreamTiming.TooLate,
                "a judge reads the whole of the answer before any of it goes on",
                true,
                [])
            : null;

    private static StreamedRule Sort(ControlModel control, RuleModel rule, StreamConditions conditions)
    {
        // What is never in force takes nothing back.
        if (control.Detect is { Until: null } || !rule.Effects.Any(ActsOnAnswer))
            return new StreamedRule(control, rule, StreamTiming.AtEnd, null, false, []);
        var detectors = new HashSet<string>(StringComparer.Ordinal);
        if (rule.Effects.Select(NeedsWhole).FirstOrDefault(reason => reason is not null) is { } needs)
            return new StreamedRule(control, rule, StreamTiming.TooLate, needs, rule.Effects.Any(Waits), []);
        var because = rule.Condition is null ? null : conditions.WholeBecause(rule.Condition, detectors);
        foreach (var redaction in rule.Effects.OfType<RedactEffectModel>().Where(ActsOnAnswer))
            because ??= conditions.WholeBecause(redaction, detectors);
        return because is null
            ? new StreamedRule(
                control,
                rule,
                StreamTiming.BeforeRelease,
                null,
                false,
                detectors.Order(StringComparer.Ordinal).ToValueList())
            : new StreamedRule(control, rule, StreamTiming.TooLate, because, false, []);
    }

    // Whether an effect stops, holds or changes what has been released. Text that is added stands behind it.
    private static bool ActsOnAnswer(EffectModel effect) => effect switch
    {
        FixedEffectModel { Effect: BlockEffect or HaltEffect or HoldEffect or RequireEffect or ReplaceEffect } => true,
        RedactEffectModel redact => StreamConditions.IsAnswer(redact.Target),
        HaltEffectModel or HoldEffectModel or CutEffectModel => true,
        _ => false,
    };

    private static string? NeedsWhole(EffectModel effect) => effect switch
    {
        CutEffectModel => "it cuts what has been released",
        FixedEffectModel { Effect: ReplaceEffect } => "it replaces what has been released",
        FixedEffectModel { Effect: HoldEffect } or HoldEffectModel => "people have to agree before any of the answer goes on",
        FixedEffectModel { Effect: RequireEffect } => "its duty has to be confirmed before any of the answer goes on",
        _ => null,
    };

    private static bool Waits(EffectModel effect) => effect is HoldEffectModel or FixedEffectModel { Effect: HoldEffect or RequireEffect };
}
