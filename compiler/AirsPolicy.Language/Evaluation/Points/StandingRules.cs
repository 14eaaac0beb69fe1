using AirsPolicy.Language.Evaluation.Facts;
using AirsPolicy.Runtime.Collections;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Evaluation.Points;

/// <summary>What stands at a decision point for one tool.</summary>
/// <param name="Point">The decision point.</param>
/// <param name="Places">Where its facts lie.</param>
/// <param name="Controls">What stands there.</param>
internal sealed record StandingRules(string Point, FactPlaces Places, ValueList<StandingControl> Controls)
{
    private readonly Dictionary<StandingControl, ValueList<ReadFact>> _read =
        new(Controls.Select(c => KeyValuePair.Create(c, ReadBy(c, Places))), ReferenceEqualityComparer.Instance);

    /// <summary>Where the day of the decision lies, or null where the point has none.</summary>
    public FactPlace? Today { get; } = Places.Find(["today"]);

    /// <summary>The facts that a control reads here, each once.</summary>
    public ValueList<ReadFact> ReadBy(StandingControl control) => _read[control];

    /// <summary>What follows when the point fails: the <c>on error</c> effects of the controls in force.</summary>
    /// <param name="today">The day, or null where it is not known.</param>
    public IReadOnlyCollection<MatchedRule> Postures(int? today, Failure failure) =>
        [.. Controls.Where(c => !c.IsDetect(today)).Select(c => c.Posture(failure)).Distinct()];

    private static ValueList<ReadFact> ReadBy(StandingControl control, FactPlaces places) =>
        (from path in ReadPaths.Of(control.Rules).Select(read => read.Path).Distinct()
         let place = places.Find(path)
         where place is not null
         select new ReadFact(string.Join('.', path), place)).ToValueList();
}
