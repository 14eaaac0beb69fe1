using System.Globalization;
using System.Text;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Pace;
using AirsPolicy.Runtime.Numbers;
using AirsPolicy.Runtime.State.Pace;

namespace AirsPolicy.Conformance.Tests.Documentation;

/// <summary>The charts of a policy as state diagrams in Mermaid.</summary>
internal static class StateDiagram
{
    /// <summary>One diagram for each chart, the system's last.</summary>
    public static string Write(PolicyModel model)
    {
        var text = new StringBuilder();
        foreach (var chart in model.Charts.OrderBy(chart => chart.Name == ChartDefinition.System))
            Write(text, chart, model);
        return text.ToString();
    }

    private static void Write(StringBuilder text, ChartModel chart, PolicyModel model)
    {
        text.Append(CultureInfo.InvariantCulture, $"### `pace.{chart.Name}`\n\n```mermaid\nstateDiagram-v2\n  [*] --> primary\n");
        foreach (var trigger in chart.Triggers)
        {
            // From every better state; drawn from the next better one, which leads here through those above it.
            var held = trigger.For == 0 ? "" : $" for {DurationText.Format(trigger.For)}";
            text.Append(
                CultureInfo.InvariantCulture,
                $"  {PaceLevels.NameOf(trigger.To - 1)} --> {PaceLevels.NameOf(trigger.To)}: {Escaped(WrittenAt(trigger.Condition.Place, model))}{held}\n"
            );
        }
        foreach (var way in chart.Recoveries)
        {
            var after = way.After == 0 ? "" : $" after {DurationText.Format(way.After)}";
            var where = way.Where is null ? "" : $" where {Escaped(WrittenAt(way.Where.Place, model))}";
            text.Append(
                CultureInfo.InvariantCulture,
                $"  {PaceLevels.NameOf(way.From)} --> {PaceLevels.NameOf(way.From - 1)}: by {string.Join(" or ", way.Authorities)}{after}{where}\n"
            );
        }
        text.Append("```\n\n");
        foreach (var overlay in chart.Overlays)
            text.Append(CultureInfo.InvariantCulture, $"* `{WrittenAt(overlay.Place, model)}`\n");
        if (chart.Overlays.Count > 0)
            text.Append('\n');
    }

    private static string WrittenAt(SourcePlace place, PolicyModel model) =>
        string.Join(
            ' ',
            model
                .Sources.First(source => source.Path == place.File)
                .Content[place.Start..place.End]
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // A colon and a line's end mean something in Mermaid.
    private static string Escaped(string words) => words.Replace(":", " ", StringComparison.Ordinal);
}
