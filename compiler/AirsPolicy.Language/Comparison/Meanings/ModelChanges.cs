using AirsPolicy.Language.Comparison.Results;
using AirsPolicy.Language.Comparison.Search;
using AirsPolicy.Language.Model;

namespace AirsPolicy.Language.Comparison.Meanings;

/// <summary>
/// All that means something else in the later version. Where there is none, and the versions declare the same facts, both decide every
/// request in the same way, whatever came before it: the interpreter reads nothing else.
/// </summary>
internal sealed class ModelChanges
{
    private readonly PolicyModel _before;
    private readonly PolicyModel _after;

    public ModelChanges(PolicyModel before, PolicyModel after)
    {
        (_before, _after) = (before, after);
        var numbers = new MeaningNumbers();
        var (first, second) = (new Meaning(before, numbers), new Meaning(after, numbers));
        Rules = [.. RuleChange.Between(before, after, first, second)];
        Parts = [.. PartChanges.Between(before, after, first, second)];
    }

    public IReadOnlyList<RuleChange> Rules { get; }

    public IReadOnlyList<PartChange> Parts { get; }

    /// <summary>What no difference found shows, with what it is written with; rules first, in the order of their controls.</summary>
    /// <param name="found">The differences.</param>
    /// <param name="declared">What is reported as declared differently.</param>
    public IEnumerable<UndecidedChange> Undecided(
        IReadOnlyCollection<DecisionDifference> found,
        IReadOnlyCollection<DeclarationDifference> declared)
    {
        var (first, second) = (new DeclaredTexts(_before), new DeclaredTexts(_after));
        var rules = Rules.Where(change => !found.Any(difference => ShownChanges.IsShown(change, difference))).ToList();
        foreach (var rule in rules)
            yield return new UndecidedChange("rule", rule.Control, rule.Before?.Place, rule.After?.Place);
        // That a point knows other facts is said of the facts, and of the tools.
        foreach (
            var part in OpenParts(found)
                .Where(part => part.Kind != "point" || !declared.Any(difference => difference.Kind is "point" or "fact" or "tool")))
            yield return new UndecidedChange(
                part.Kind,
                part.Name,
                part.Before ? PlaceIn(_before, first, part) : null,
                part.After ? PlaceIn(_after, second, part) : null);
        var names = rules.Select(rule => DeclaredTexts.Last(rule.Control)).ToList();
        var reached = first.Reached(names).Concat(second.Reached(names)).ToHashSet(StringComparer.Ordinal);
        foreach (var change in DeclaredTexts.Changes(first, second).Where(change => reached.Contains(DeclaredTexts.Last(change.Name))))
            yield return change;
    }

    /// <summary>The parts that none of some differences shows.</summary>
    public IEnumerable<PartChange> OpenParts(IReadOnlyCollection<DecisionDifference> found)
    {
        var changed = Rules.Select(rule => rule.Control).ToHashSet(StringComparer.Ordinal);
        var shown = found.Select(difference => ControlsThatDiffer.Of(difference).ToList()).ToList();
        var open = Parts.Where(part => part.Kind != "point").ToList();
        // Where no rule that differs has changed, something beside the rules has made the difference; which, is known where there is but
        // one.
        if (open.Count == 1 && shown.Exists(controls => !controls.Exists(changed.Contains)))
            return Parts.Except(open);
        return Parts.Where(part => !shown.Exists(controls => controls.Exists(part.IsOf)) && !IsOneSidedTool(part, found));
    }

    private static bool IsOneSidedTool(PartChange part, IReadOnlyCollection<DecisionDifference> found) =>
        part.Kind == "tool" && part.Before != part.After && found.Any(difference => difference.Tool == part.Name);

    private static SourcePlace? PlaceIn(PolicyModel model, DeclaredTexts texts, PartChange part) => part.Kind switch
    {
        "control" => model.Controls.FirstOrDefault(control => control.Id == part.Name)?.Place,
        "chart" => model.Charts.FirstOrDefault(chart => chart.Name == part.Name)?.Place,
        "breaker" => model.Breakers.FirstOrDefault(breaker => breaker.Name == part.Name)?.Place,
        "judge" => model.Judges.FirstOrDefault(judge => judge.Name == part.Name)?.Place,
        _ => texts.PlaceOf(part.Name),
    };
}
