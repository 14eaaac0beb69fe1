using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Language.Evaluation.Effects;

/// <summary>What an effect of a rule comes to.</summary>
/// <param name="Effects">The effects with their values; empty where the content stays as it is.</param>
/// <param name="Failure">Why it could not be worked out, or null.</param>
internal readonly record struct EffectResult(ValueList<Effect> Effects, Failure? Failure)
{
    public static readonly EffectResult Nothing;

    public static EffectResult Of(Effect effect) => new([effect], null);

    public static EffectResult Failed(Failure failure) => new([], failure);
}
