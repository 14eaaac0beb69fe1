using AirsPolicy.Language.Evaluation.Facts;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Collections;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Evaluation.Points;

/// <summary>What stands at a decision point for one tool.</summary>
/// <param name="Point">The decision point.</param>
/// <param name="Places">Where its facts lie.</param>
/// <param name="Controls">What stands there.</param>
internal sealed record StandingRules(string Point, FactPlaces Places, ValueList<StandingControl> Controls)
{
    private readonly Dictionary<StandingControl, List<PathExpression>> _read =
        new(Controls.Select(c => KeyValuePair.Create(c, ReadPaths.Of(c.Rules).ToList())), ReferenceEqualityComparer.Instance);

    /// <summary>The facts that a control reads here.</summary>
    public IEnumerable<PathExpression> ReadBy(StandingControl control) => _read[control];

    /// <summary>What follows when the point fails: the <c>on error</c> effects of the controls in force.</summary>
    /// <param name="today">The day, or null where it is not known.</param>
    public IReadOnlyCollection<MatchedRule> Postures(int? today, Failure failure) =>
        [.. Controls.Where(c => !c.IsDetect(today)).Select(c => c.Posture(failure)).Distinct()];
}
