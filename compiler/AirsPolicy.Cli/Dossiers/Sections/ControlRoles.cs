using AirsPolicy.Language.Analysis.Claims;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Reasoning;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Cli.Dossiers.Sections;

/// <summary>Sorts controls by what they do.</summary>
internal sealed class ControlRoles(PolicyModel model, DateOnly day)
{
    private readonly RuleReach _reach = new(model, day.DayNumber, new LeftOut());

    /// <summary>What people call each of them.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["Guardrails prevent", "Judges detect", "People decide", "Breakers and plans contain", "Rules mark and tell"];

    /// <summary>The highest outcome that a control can have, or null where it changes none.</summary>
    public Outcome? StrongestOf(ControlModel control) => ControlReach.Of(control, [], _reach).Strongest;

    public ControlRole RoleOf(ControlModel control)
    {
        if (model.Judges.Any(judge => judge.Control == control.Id))
            return ControlRole.Judge;
        if (model.Breakers.Any(breaker => breaker.Control == control.Id) || model.Charts.Any(chart => IsOf(chart.Control, control.Id)))
            return ControlRole.Breaker;
        if (model.Queues.Any(queue => queue.SampleControl == control.Id))
            return ControlRole.Human;
        return StrongestOf(control) switch
        {
            Outcome.Halt => ControlRole.Breaker,
            Outcome.Hold => ControlRole.Human,
            >= Outcome.Amend => ControlRole.Guardrail,
            _ => ControlRole.Mark,
        };
    }

    private static bool IsOf(string chart, string control) =>
        control == chart || control.StartsWith($"{chart}.", StringComparison.Ordinal);
}
