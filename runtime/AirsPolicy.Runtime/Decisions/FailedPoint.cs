using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Runtime.Decisions;

/// <summary>
/// What a decision point comes to when it fails as a whole: its facts do not fit, one that a rule in force reads is missing, or the
/// tool is not declared. Both engines and the host end here.
/// </summary>
public static class FailedPoint
{
    /// <summary>The ordinal of a posture, which belongs to a control as a whole and to none of its rules.</summary>
    public const int Ordinal = -1;

    /// <summary>The decision: the join of the postures, and block where there is none.</summary>
    /// <param name="point">The decision point.</param>
    /// <param name="failure">Why it failed.</param>
    /// <param name="postures">
    /// The <c>on error</c> effects of the controls in force there, one entry a control, with <see cref="Ordinal"/>, the place of the
    /// control's declaration, and <paramref name="failure"/>. Empty where the failure has its own posture, block.
    /// </param>
    /// <param name="bundle">The digest of the bundle asked, or null.</param>
    public static Decision Decide(string point, Failure failure, IReadOnlyCollection<MatchedRule> postures, string? bundle = null) =>
        EffectJoin.Decide(point, postures.Count > 0 ? postures : [Closed(point, failure)], failure, bundle);

    // Nothing stands here that could be named, so the entry carries the name of the point.
    private static MatchedRule Closed(string point, Failure failure) =>
        new(new RuleOrigin(point, null, null, "", Ordinal, "", 0, 0), [new BlockEffect(null)], failure);
}
