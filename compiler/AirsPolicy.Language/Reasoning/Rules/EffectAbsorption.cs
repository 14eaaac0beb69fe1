using AirsPolicy.Collections;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Language.Reasoning.Rules;

/// <summary>Whether what one rule does comes to nothing beside what another does, by the lattice that joins effects.</summary>
internal static class EffectAbsorption
{
    /// <summary>Whether a decision is the same with and without some effects, where the others are there.</summary>
    public static bool Absorbs(ValueList<EffectModel> others, ValueList<EffectModel> effects)
    {
        // Asked of many pairs of rules, so that it makes nothing.
        foreach (var effect in effects.AsSpan())
        {
            if (!AbsorbsOne(others, effect))
                return false;
        }
        return true;
    }

    /// <summary>
    /// A bit for each effect, which some share. Effects are absorbed only where their bits are among the <see cref="AbsorbedBitsOf"/> the
    /// others.
    /// </summary>
    public static ulong BitsOf(ValueList<EffectModel> effects)
    {
        var bits = 0UL;
        foreach (var effect in effects.AsSpan())
            bits |= 1UL << (effect.GetHashCode() & 63);
        return bits;
    }

    /// <summary>
    /// The bits of what effects may absorb: what does nothing to the content or the request absorbs what is like it, and nothing else.
    /// </summary>
    public static ulong AbsorbedBitsOf(ValueList<EffectModel> others)
    {
        foreach (var other in others.AsSpan())
        {
            if (other is FixedEffectModel { Effect: BlockEffect or HaltEffect or ReplaceEffect or HoldEffect })
                return ulong.MaxValue;
        }
        return BitsOf(others);
    }

    private static bool AbsorbsOne(ValueList<EffectModel> others, EffectModel effect)
    {
        foreach (var other in others.AsSpan())
        {
            if (Absorbs(other, effect))
                return true;
        }
        return false;
    }

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
            FixedEffectModel { Effect: HoldEffect hold } => stops
                || other is FixedEffectModel { Effect: HoldEffect shorter } && IsAsStrict(shorter, hold),
            // A message is only lost where another is said.
            FixedEffectModel { Effect: BlockEffect block } => other is FixedEffectModel { Effect: HaltEffect halt }
                && (block.Message is null || halt.Message is not null)
                || block.Message is null && other is FixedEffectModel { Effect: BlockEffect },
            _ => false,
        };
    }

    private static bool IsAsStrict(HoldEffect shorter, HoldEffect hold) =>
        shorter.Queue == hold.Queue
        && (hold.Ticks is null || shorter.Ticks <= hold.Ticks)
        && (shorter.OtherwiseHalt || !hold.OtherwiseHalt);
}
