using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Agents;
using AirsPolicy.Language.Model.Judges;
using AirsPolicy.Language.Model.Origins;
using AirsPolicy.Language.Model.Pace;

namespace AirsPolicy.Language.Comparison.Meanings;

/// <summary>
/// What decides beside rules: postures and modes of controls, charts, breakers, queues, what runs are held to, what comes into sessions,
/// and who gives facts. Agents decide through the controls that are made of them, parameters, lets and detectors through the rules that
/// they are worked into.
/// </summary>
internal static class PartChanges
{
    /// <summary>The parts that mean something else, or that one version alone has, each with the control that carries it out.</summary>
    public static IEnumerable<PartChange> Between(PolicyModel before, PolicyModel after, Meaning first, Meaning second)
    {
        var changes = new List<PartChange>();
        Compare(
            "control",
            (model, meaning) =>
                model.Controls.Select(control => (control.Id, control.Id, (object)(meaning.Of(OnError(control)), control.Detect))));
        Compare("chart", (model, meaning) => model.Charts.Select(chart => (chart.Name, chart.Control, (object)Of(chart, meaning))));
        Compare(
            "breaker",
            (model, meaning) => model.Breakers.Select(breaker => (breaker.Name, breaker.Control, (object)Of(breaker, meaning))));
        Compare("judge", (model, _) => model.Judges.Select(judge => (judge.Name, judge.Control, (object)Of(judge))));
        Compare("queue", (model, _) => model.Queues.Select(queue => (queue.Name, "", (object)queue)));
        Compare(
            "tool",
            (model, _) =>
                model.Tools.Select(tool =>
                    (tool.WireName, "", (object)(tool with { Title = null, Labels = [], Satisfies = [], Mitigates = [] }))));
        Compare("run", (model, meaning) => (model.Agents?.Runs ?? []).Select(run => (run.Name, "", (object)Of(run, meaning))));
        Compare("label", (model, _) => model.Labels.Select(label => (label.Name, "", (object)label)));
        Compare("content", (model, meaning) => model.Contents.Select(source => (NameOf(source), "", (object)Of(source, meaning))));
        Compare("provider", (model, _) => model.Providers.Select(provider => (provider.Fact, "", (object)provider)));
        Compare("point", (model, _) => model.Layouts.Select(layout => (layout.Point, "", (object)layout)));
        Compare(
            "system",
            (model, _) => model.System is { } system ? [(system.Name, "", (object)(system.Zone, system.Stream, system.Tier))] : []);
        // A control that one version alone has is there with its rules.
        changes.RemoveAll(change => change.Kind == "control" && change.Before != change.After);
        // What labels something comes in with it.
        if (changes.Exists(change => change.Kind == "label"))
            changes.RemoveAll(change => change.Kind == "content");
        return changes;

        void Compare(string kind, Func<PolicyModel, Meaning, IEnumerable<(string Name, string Control, object Means)>> parts)
        {
            var (own, others) = (parts(before, first).ToList(), parts(after, second).ToList());
            foreach (var (name, control, _) in own.Except(others).Concat(others.Except(own)).DistinctBy(part => part.Name))
                changes.Add(
                    new PartChange(kind, name, control, own.Exists(part => part.Name == name), others.Exists(part => part.Name == name)));
        }
    }

    private static RuleModel OnError(ControlModel control) => new(0, null, [control.OnError], control.Place);

    // What its states add stands in rules, and what people do by hand is for people.
    private static ChartModel Of(ChartModel chart, Meaning meaning) =>
        chart with
        {
            Triggers = chart
                .Triggers.Select(trigger => trigger with { Condition = meaning.Of(trigger.Condition), Place = Meaning.Nowhere })
                .ToValueList(),
            Recoveries = chart
                .Recoveries.Select(way => way with { Where = meaning.OfOptional(way.Where), Place = Meaning.Nowhere })
                .ToValueList(),
            Overlays = [],
            Fallback = [],
            Depends = [],
            Tested = null,
            Place = Meaning.Nowhere,
        };

    private static BreakerModel Of(BreakerModel breaker, Meaning meaning) => breaker with
    {
        Title = null,
        Trips = breaker.Trips.Select(trip => trip with { Condition = meaning.Of(trip.Condition) }).ToValueList(),
        Place = Meaning.Nowhere,
    };

    // How well it does is measured elsewhere.
    private static JudgeModel Of(JudgeModel judge) => judge with { Ask = 0, Calibration = null, Place = Meaning.Nowhere };

    private static RunModel Of(RunModel run, Meaning meaning) =>
        run with
        {
            Began = meaning.Aggregate(run.Began),
            Order = run.Order is { } order ? meaning.Aggregate(order) : null,
            Goals = run
                .Goals.Select(goal => goal with { Reached = goal.Reached is { } reached ? meaning.Aggregate(reached) : null })
                .ToValueList(),
        };

    private static ContentSourceModel Of(ContentSourceModel source, Meaning meaning) => source with
    {
        Session = meaning.Of(source.Session),
        Where = meaning.OfOptional(source.Where),
        Texts = (Model.Expressions.PathExpression?)meaning.OfOptional(source.Texts),
        Remembered = (Model.Expressions.PathExpression?)meaning.OfOptional(source.Remembered),
        Recalled = (Model.Expressions.PathExpression?)meaning.OfOptional(source.Recalled),
    };

    private static string NameOf(ContentSourceModel source) => source.Tool is null ? source.Point : $"{source.Point} of {source.Tool}";
}

/// <summary>A part other than a rule that means something else, or that one version alone has.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="Control">The id of the control that carries it out, or an empty text.</param>
/// <param name="Before">The earlier version has it.</param>
/// <param name="After">The later version has it.</param>
internal sealed record PartChange(string Kind, string Name, string Control, bool Before, bool After)
{
    /// <summary>Whether a control carries it out.</summary>
    public bool IsOf(string control) =>
        Control.Length > 0 && (control == Control || control.StartsWith(Control + ".", StringComparison.Ordinal));
}
