using AirsPolicy.Language.Analysis.Tiers;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Collections;

namespace AirsPolicy.Language.Analysis.Openings;

/// <summary>Where nothing of a policy stands. That is no fault: whoever reads it says whether it is meant, and a tier can require a point (<c>requires point.output at least block</c>).</summary>
/// <param name="Points">The decision points at which everything passes, in the order of the table of points.</param>
/// <param name="Tried">Those at which what stands is in detect mode alone, so that everything passes as well.</param>
/// <param name="Tools">The tools, by name, whose calls no rule that is enforced looks at.</param>
public sealed record OpenPlaces(ValueList<string> Points, ValueList<string> Tried, ValueList<string> Tools)
{
    /// <param name="model">The policy.</param>
    /// <param name="asOf">The day as of which it is asked whether detect mode is over, or null where no day is known.</param>
    public static OpenPlaces Of(PolicyModel model, DateOnly? asOf)
    {
        ArgumentNullException.ThrowIfNull(model);
        var (standing, enforced, called) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), new List<PlacementModel>());
        foreach (var control in model.Controls)
        {
            var isEnforced = Enforcement.IsEnforced(control, asOf?.DayNumber);
            foreach (var placement in control.Placements.Where(placement => placement.Rules.Count > 0))
            {
                standing.Add(placement.Point);
                if (!isEnforced)
                    continue;
                enforced.Add(placement.Point);
                if (placement.Point == "tool_call")
                    called.Add(placement);
            }
        }
        var names = model.Layouts.Select(layout => layout.Point).Where(point => point != Runtime.State.Pace.PaceChange.Point).ToList();
        return new OpenPlaces(
            names.Where(point => !standing.Contains(point)).ToValueList(),
            names.Where(point => standing.Contains(point) && !enforced.Contains(point)).ToValueList(),
            model.Tools.Select(tool => tool.Name).Where(tool => !called.Exists(placement => placement.Tools.Count == 0 || placement.Tools.Contains(tool))).ToValueList());
    }
}
