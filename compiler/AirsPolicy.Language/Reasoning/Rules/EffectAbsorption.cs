using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Runtime.Collections;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Language.Reasoning.Rules;

/// <summary>Whether what one rule does comes to nothing beside what another does, by the lattice that joins effects.</summary>
internal static class EffectAbsorption
{
    /// <summary>Whether a decision is the same with and without some effects, where the others are there.</summary>
    public static bool Absorbs(ValueList<EffectModel> others, ValueList<EffectModel> effects) => effects.All(effect => others.Any(other => Absorbs(other, effect)));

    private static bool Absorbs(EffectModel other, EffectModel effect)
    {
        if (other == effect)
            return true;
        var stops = other is FixedEffectModel { Effect: BlockEffect or HaltEffect };
        return effect switch
        {
            // What does not go on neither waits nor changes, carries no label and takes no duty.
            HoldEffectModel or RedactEffectModel or CutEffectModel or DropEffectModel => stops,
            FixedEffectModel { Effect: AppendEffect or CutEffect } => stops || other is FixedEffectModel { Effect: ReplaceEffect },
            FixedEffectModel { Effect: ReplaceEffect or LabelEffect or RequireEffect } => stops,
            FixedEffectModel { Effect: HoldEffect hold } => stops || other is FixedEffectModel { Effect: HoldEffect shorter } && IsAsStrict(shorter, hold),
            // A message is only lost where another is said.
            FixedEffectModel { Effect: BlockEffect block } =>
                other is FixedEffectModel { Effect: HaltEffect halt } && (block.Message is null || halt.Message is not null) || block.Message is null && other is FixedEffectModel { Effect: BlockEffect },
            _ => false,
        };
    }

    private static bool IsAsStrict(HoldEffect shorter, HoldEffect hold) =>
        shorter.Queue == hold.Queue && (hold.Ticks is null || shorter.Ticks <= hold.Ticks) && (shorter.OtherwiseHalt || !hold.OtherwiseHalt);
}
