using AirsPolicy.Collections;
using AirsPolicy.Language.Model;

namespace AirsPolicy.Language.Evaluation.Coverage;

/// <summary>
/// What the tests of a package have seen of its own controls; what other packages put in force is theirs to test. A rule is covered once it
/// has matched, a condition once it has held and once it has not.
/// </summary>
/// <param name="Package">The package.</param>
/// <param name="Controls">Its controls that have rules, ordered by id.</param>
public sealed record PolicyCoverage(string Package, ValueList<ControlCoverage> Controls)
{
    /// <summary>Controls of which a rule has matched.</summary>
    public CoverageCount OfControls => new(Controls.Count(control => control.IsCovered), Controls.Count);

    /// <summary>Rules that have matched.</summary>
    public CoverageCount OfRules => new(Rules.Count(rule => rule.Matched > 0), Rules.Count());

    /// <summary>Sides of conditions that were seen, two a condition. One that several rules share counts once.</summary>
    public CoverageCount OfConditions => new(Conditions.Sum(condition => condition.Sides), 2 * Conditions.Count());

    private IEnumerable<RuleCoverage> Rules => Controls.SelectMany(control => control.Rules);

    private IEnumerable<ConditionCoverage> Conditions => Rules.SelectMany(rule => rule.Conditions).DistinctBy(condition => condition.Place);

    internal static PolicyCoverage Of(PolicyModel model, CoverageRecorder seen)
    {
        var parts = new CoverableParts(model, model.Name);
        return new PolicyCoverage(
            model.Name,
            parts
                .Controls()
                .Select(control => new ControlCoverage(
                    control.Id,
                    control.Place,
                    parts.Rules(control).Select(rules => Of(parts, control, rules, seen)).ToValueList()))
                .ToValueList());
    }

    private static RuleCoverage Of(CoverableParts parts, ControlModel control, IGrouping<int, RuleModel> rules, CoverageRecorder seen)
    {
        var (asked, matched) = seen.OfRule(control.Id, rules.Key);
        var conditions = rules
            .SelectMany(parts.Conditions)
            .Select(condition => condition.Place)
            .Distinct()
            .OrderBy(place => place.File, StringComparer.Ordinal)
            .ThenBy(place => place.Start)
            .ThenByDescending(place => place.End)
            .Select(place =>
                seen.OfCondition(place) is var (held, heldNot)
                    ? new ConditionCoverage(place, held, heldNot)
                    : new ConditionCoverage(place, 0, 0));
        return new RuleCoverage(rules.First().Place, asked, matched, conditions.ToValueList());
    }
}
