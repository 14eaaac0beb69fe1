using System.Collections.Immutable;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Semantics.Agents;

/// <summary>The places at which what an agent or a workflow says of its work can stand.</summary>
/// <param name="tools">The tools that it may call.</param>
internal sealed class ActingPlaces(FactTable table, ImmutableArray<string> tools)
{
    private static readonly string[] s_acts = [PointNames.ToolCall, PointNames.Delegate];
    private static readonly string[] s_steps = [.. s_acts, PointNames.Prompt];
    private static readonly string[] s_results = [PointNames.ToolResult, PointNames.Output, PointNames.Commit];
    private static readonly string[] s_others =
    [
        PointNames.Session,
        PointNames.Prompt,
        PointNames.Plan,
        PointNames.ToolResult,
        PointNames.Message,
        PointNames.Remember,
        PointNames.Recall,
        PointNames.Output,
        PointNames.Commit,
    ];

    /// <summary>
    /// The places at which nothing is wrong: those where it acts, or else the others. Where something is wrong at all of them, the one with
    /// the fewest findings, to be reported.
    /// </summary>
    /// <param name="findings">How much is wrong at a place.</param>
    public IReadOnlyList<PointFacts> Of(Func<PointFacts, int> findings) => Of(findings, s_acts, s_others);

    /// <summary>
    /// The same for something of which there is an amount: what is asked of the model is a step of its own then, with what it costs.
    /// </summary>
    public IReadOnlyList<PointFacts> OfAmount(Func<PointFacts, int> findings) => Of(findings, s_steps, s_others);

    /// <summary>The same for something that is to be reached: where it acts, or else where something has come of that.</summary>
    public IReadOnlyList<PointFacts> OfResult(Func<PointFacts, int> findings) => Of(findings, s_acts, s_results, s_others);

    /// <summary>How much is wrong, by what was found: what can be mended is less.</summary>
    public static int Findings(BindingContext trial) => trial.Diagnostics.ToSorted().Sum(found => found.Fixes.IsEmpty ? 2 : 1);

    /// <summary>A place that is named.</summary>
    public PointFacts At(DecisionPoint point, ImmutableArray<string> tools) => table.At(point, tools);

    private List<PointFacts> Of(Func<PointFacts, int> findings, params ReadOnlySpan<string[]> ranks)
    {
        (PointFacts Place, int Findings)? best = null;
        foreach (var rank in ranks)
        {
            var found = new List<PointFacts>();
            foreach (var point in rank.Select(name => DecisionPoints.Find(name)!))
            {
                var everywhere = table.At(point, []);
                if (Look(everywhere))
                    found.Add(everywhere);
                else if (point.HasTool)
                    found.AddRange(tools.Select(tool => table.At(point, [tool])).Where(Look));
            }

            if (found.Count > 0)
                return found;
        }

        return [best!.Value.Place];

        bool Look(PointFacts place)
        {
            var count = findings(place);
            // What a tool has is known better than that it hangs on the tool.
            if (best is null
                || count < best.Value.Findings
                || (count == best.Value.Findings && best.Value.Place.Tools.IsEmpty && !place.Tools.IsEmpty))
                best = (place, count);
            return count == 0;
        }
    }
}
