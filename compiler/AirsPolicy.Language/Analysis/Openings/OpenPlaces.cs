using AirsPolicy.Collections;
using AirsPolicy.Language.Analysis.Claims;
using AirsPolicy.Language.Analysis.Tiers;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Reasoning;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Analysis.Openings;

/// <summary>
/// Where nothing of a policy stands. That is no fault: whoever reads it says whether it is meant, and a tier can require a point
/// (<c>requires point.output at least block</c>). A rule that can never match stands nowhere.
/// </summary>
/// <param name="Points">The decision points at which everything passes, in the order of the table of points.</param>
/// <param name="Tried">Those at which what can match is in detect mode alone, so that everything passes as well.</param>
/// <param name="Tools">The tools, by name, whose calls no rule looks at that is enforced and can match.</param>
internal sealed record OpenPlaces(ValueList<string> Points, ValueList<string> Tried, ValueList<string> Tools)
{
    /// <param name="model">The policy.</param>
    /// <param name="asOf">The day as of which it is asked whether detect mode is over, or null where no day is known.</param>
    public static OpenPlaces Of(PolicyModel model, DateOnly? asOf)
    {
        ArgumentNullException.ThrowIfNull(model);
        var reach = new RuleReach(model, asOf?.DayNumber, new LeftOut());
        var (enforced, tried, called) = (
            new HashSet<string>(StringComparer.Ordinal),
            new HashSet<string>(StringComparer.Ordinal),
            new HashSet<string>(StringComparer.Ordinal));
        // The enforced come first: a point at which one of them can match needs no second look, and whether a rule can match takes long to
        // tell.
        foreach (var control in model.Controls.OrderByDescending(control => Enforcement.IsEnforced(control, asOf?.DayNumber)))
        {
            var isEnforced = Enforcement.IsEnforced(control, asOf?.DayNumber);
            foreach (var placement in control.Placements)
            {
                var tools =
                    isEnforced && placement.Point == PointNames.ToolCall
                        ? ToolsOf(model, placement).Where(tool => !called.Contains(tool)).ToList()
                        : [];
                if ((tools.Count == 0 && enforced.Contains(placement.Point)) || !placement.Rules.Any(reach.CanFire))
                    continue;
                (isEnforced ? enforced : tried).Add(placement.Point);
                called.UnionWith(tools);
            }
        }
        var names = model
            .Layouts.Select(layout => layout.Point)
            .Where(point => point != Runtime.State.Pace.PaceChange.Point && !enforced.Contains(point))
            .ToList();
        return new OpenPlaces(
            names.Where(point => !tried.Contains(point)).ToValueList(),
            names.Where(tried.Contains).ToValueList(),
            model.Tools.Select(tool => tool.Name).Where(tool => !called.Contains(tool)).ToValueList());
    }

    private static IEnumerable<string> ToolsOf(PolicyModel model, PlacementModel placement) =>
        placement.Tools.Count == 0 ? model.Tools.Select(tool => tool.Name) : placement.Tools;
}
