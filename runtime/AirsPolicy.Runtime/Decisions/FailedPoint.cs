using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Runtime.Decisions;

/// <summary>
/// What a decision point comes to when it fails as a whole: its facts cannot be read or do not fit, the tool is not declared, or the
/// runtime itself is at fault. Both engines and the host end here.
/// </summary>
public static class FailedPoint
{
    /// <summary>The ordinal of a posture, which belongs to a control or a point as a whole and to no rule.</summary>
    public const int Ordinal = -1;

    /// <summary>
    /// The decision where no rule can be asked: the join of the postures, and block where they come to less. Whatever stands at the point
    /// the least is the same, so that no control that is added lowers an outcome.
    /// </summary>
    /// <param name="point">The decision point.</param>
    /// <param name="failure">Why it failed.</param>
    /// <param name="postures">
    /// The <c>on error</c> effects of the controls in force there, one entry a control, with <see cref="Ordinal"/>, the place of the
    /// control's declaration, and <paramref name="failure"/>. Empty where nobody can say which controls those are.
    /// </param>
    /// <param name="bundle">The digest of the bundle asked, or null.</param>
    public static Decision Decide(string point, Failure failure, IReadOnlyCollection<MatchedRule> postures, string? bundle = null)
    {
        ArgumentNullException.ThrowIfNull(postures);
        return postures.Any(posture => posture.Effects.Any(effect => effect.Outcome >= Outcome.Block))
            ? EffectJoin.Decide(point, postures, failure, bundle)
            : EffectJoin.Decide(point, [.. postures, Closed(point, failure)], failure, bundle);
    }

    // No control says it, so the entry carries the name of the point.
    private static MatchedRule Closed(string point, Failure failure) =>
        new(new RuleOrigin(point, null, null, "", Ordinal, "", 0, 0), [new BlockEffect(null)], failure);
}
