using AirsPolicy.Language.Model;

namespace AirsPolicy.Language.Evaluation.Coverage;

/// <summary>A condition that stands alone, or between <c>and</c>, <c>or</c> and <c>not</c>, and what tests have seen of it.</summary>
/// <param name="Place">Where it is written.</param>
/// <param name="Held">How often it was asked and held.</param>
/// <param name="HeldNot">How often it was asked and did not hold.</param>
public sealed record ConditionCoverage(SourcePlace Place, int Held, int HeldNot)
{
    /// <summary>Of its two sides those that were seen: 0, 1 or 2.</summary>
    public int Sides => (Held > 0 ? 1 : 0) + (HeldNot > 0 ? 1 : 0);
}
