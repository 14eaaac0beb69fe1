using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Language.Evaluation.Effects;

/// <summary>What <c>on error</c> comes to when there may be no facts to work it out from.</summary>
internal static class ErrorPosture
{
    /// <summary>The effect; where it depends on facts, block, since an error is never a silent pass.</summary>
    public static Effect Of(EffectModel onError) => onError is FixedEffectModel known ? known.Effect : new BlockEffect(null);
}
