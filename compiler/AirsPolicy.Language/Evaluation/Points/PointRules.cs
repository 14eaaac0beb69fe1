using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation.Facts;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Model.Judges;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Evaluation.Points;

/// <summary>What stands at a decision point for one tool.</summary>
/// <param name="Point">The decision point.</param>
/// <param name="Tool">The tool by its name in the language, or null.</param>
/// <param name="Places">Where its facts lie.</param>
/// <param name="Controls">What stands there.</param>
/// <param name="Providers">Who gives which fact.</param>
/// <param name="Judges">The judges that stand there, ordered by name.</param>
internal sealed record PointRules(
    string Point,
    string? Tool,
    FactPlaces Places,
    ValueList<PlacedControl> Controls,
    ValueList<ProviderModel> Providers,
    ValueList<JudgeModel> Judges)
{
    private readonly Dictionary<RuleModel, ValueList<ReadFact>> _read = new(
        Controls
            .SelectMany(c => c.Rules)
            .Distinct<RuleModel>(ReferenceEqualityComparer.Instance)
            .Select(rule => KeyValuePair.Create(rule, ReadBy(rule, Places, Providers))),
        ReferenceEqualityComparer.Instance);

    /// <summary>Where the day of the decision lies, or null where the point has none.</summary>
    public FactPlace? Today { get; } = Places.Find(["today"]);

    /// <summary>The facts that a rule reads here, each once, ordered by name.</summary>
    public ValueList<ReadFact> ReadBy(RuleModel rule) => _read[rule];

    /// <summary>
    /// What follows where there are no facts: the <c>on error</c> effects of the controls in force, the day being unknown too.
    /// </summary>
    public IReadOnlyCollection<MatchedRule> Postures(Failure failure) =>
        [.. Controls.Where(c => !c.IsDetect(today: null)).Select(c => c.Posture(failure)).Distinct()];

    private static ValueList<ReadFact> ReadBy(RuleModel rule, FactPlaces places, ValueList<ProviderModel> providers) =>
        (
            from path in ExpressionTree.All(rule).OfType<PathExpression>().Select(read => read.Path).Distinct()
            let place = places.Find(path)
            where place is not null
            select new ReadFact(
                string.Join('.', path),
                place,
                providers.FirstOrDefault(provider => provider.Fact == path[0])?.OnError ?? []))
            .OrderBy(read => read.Name, StringComparer.Ordinal)
            .ToValueList();
}
