using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation.Coverage;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Language.Mutation;

/// <summary>Effects that do less: a halt only blocks, a block or hold only flags, everything else is gone.</summary>
internal static class EffectMutants
{
    public static IEnumerable<Mutant> Of(CoverableParts parts, ControlModel control)
    {
        foreach (var forms in parts.Rules(control))
        {
            var rule = forms.First();
            for (var i = 0; i < rule.Effects.Count; i++)
            {
                var index = i;
                yield return new Mutant(MutantKind.Weakened, control.Id, rule.Place, Change(rule.Effects[i]))
                {
                    AskedAt = rule.Place,
                    Make = policy => With(policy, control.Id, forms.Key, index),
                };
            }
        }
    }

    private static PolicyModel With(PolicyModel model, string control, int ordinal, int index) => model with
    {
        Controls = model.Controls.Select(each => each.Id != control ? each : each with
        {
            Placements = each.Placements.Select(placement => placement with { Rules = placement.Rules.SelectMany(rule => rule.Ordinal == ordinal ? Weakened(rule, index) : [rule]).ToValueList() }).ToValueList(),
        }).ToValueList(),
    };

    private static IEnumerable<RuleModel> Weakened(RuleModel rule, int index)
    {
        var effects = rule
            .Effects.SelectMany(
                (effect, at) =>
                    at != index ? [effect]
                    : Weaker(effect) is { } weaker ? [weaker]
                    : Array.Empty<EffectModel>())
            .ToValueList();
        return effects.Count == 0 ? [] : [rule with { Effects = effects }];
    }

    private static FixedEffectModel? Weaker(EffectModel effect) => effect switch
    {
        FixedEffectModel { Effect: HaltEffect halt } => new FixedEffectModel(new BlockEffect(halt.Message)),
        HaltEffectModel halt => new FixedEffectModel(new BlockEffect(halt.Message)),
        FixedEffectModel { Effect: BlockEffect or HoldEffect } or HoldEffectModel => new FixedEffectModel(new FlagEffect(null)),
        _ => null,
    };

    private static string Change(EffectModel effect) =>
        effect switch
        {
            FixedEffectModel { Effect: HaltEffect } or HaltEffectModel => "only blocks",
            FixedEffectModel { Effect: BlockEffect } => "only flags instead of blocking",
            FixedEffectModel { Effect: HoldEffect } or HoldEffectModel => "only flags instead of holding",
            FixedEffectModel { Effect: FlagEffect } => "flags no more",
            FixedEffectModel { Effect: EventEffect happening } =>
                $"does without '{Word(happening.Action)} {happening.Target.Replace(":", " to ", StringComparison.Ordinal)}'",
            FixedEffectModel { Effect: LabelEffect label } => $"does without the label '{label.Label}'",
            FixedEffectModel { Effect: RequireEffect require } => $"does without requiring '{require.Duty}'",
            FixedEffectModel { Effect: AppendEffect } => "appends no more",
            FixedEffectModel { Effect: ReplaceEffect } => "replaces no more",
            FixedEffectModel { Effect: CutEffect } or CutEffectModel => "cuts no more",
            RedactEffectModel redact => $"redacts '{redact.Detector}' no more",
            DropEffectModel => "drops no more",
            _ => "does less",
        };

    private static string Word(EventAction action) => action switch
    {
        EventAction.Ask => "ask",
        EventAction.Queue => "queue",
        EventAction.Escalate => "escalate",
        EventAction.Notify => "notify",
        EventAction.Retract => "retract",
        _ => "degrade",
    };
}
