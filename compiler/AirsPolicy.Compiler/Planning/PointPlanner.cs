using AirsPolicy.Collections;
using AirsPolicy.Compiler.Planning.Nodes;
using AirsPolicy.Compiler.Planning.Rules;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Programs.Tables;

namespace AirsPolicy.Compiler.Planning;

/// <summary>Plans everything that stands at one decision point.</summary>
internal sealed class PointPlanner(int point, PointLayout layout, ProgramParts parts, StreamPlanner stream)
{
    private readonly List<PlacedRule> _rules = [];
    private readonly PlacementCollector _everywhere = new(parts.HoldsRuns);
    private readonly Dictionary<string, int> _toolNumbers =
        layout.Tools.Select((tool, number) => (tool.Tool, number)).ToDictionary(t => t.Tool, t => t.number, StringComparer.Ordinal);

    private readonly PlacementCollector[] _tools = [.. layout.Tools.Select(_ => new PlacementCollector(parts.HoldsRuns))];

    /// <summary>The code and the table of a point.</summary>
    /// <param name="point">The number of the point.</param>
    /// <param name="layout">The facts of the point.</param>
    /// <param name="controls">The controls that stand there, with their numbers, and where.</param>
    /// <param name="parts">What the program names by number.</param>
    /// <param name="stream">Told of every rule.</param>
    public static (BlockPlan Block, PointTable Table) Plan(
        int point,
        PointLayout layout,
        IEnumerable<(ControlModel Control, int Number, PlacementModel Placement)> controls,
        ProgramParts parts,
        StreamPlanner stream)
    {
        var planner = new PointPlanner(point, layout, parts, stream);
        foreach (var (control, number, placement) in controls)
            planner.Add((control, number), placement);
        return planner.Finish();
    }

    private void Add((ControlModel Model, int Number) control, PlacementModel placement)
    {
        foreach (var tool in placement.Tools.Select(name => _toolNumbers[name]))
        {
            _tools[tool].AddControl(control.Number);
            foreach (var rule in placement.Rules)
                Add(control, rule, tool);
        }
        if (placement.Tools.Count > 0)
            return;
        _everywhere.AddControl(control.Number);
        foreach (var rule in placement.Rules)
        {
            foreach (var tool in OwnFacts.Tools(layout, ExpressionTree.All(rule)))
                Add(control, rule, tool);
        }
    }

    private void Add((ControlModel Model, int Number) control, RuleModel rule, int tool)
    {
        var planned = RulePlanner.Plan(control, rule, layout, tool, parts);
        _rules.Add(planned);
        stream.Add(rule, planned.Plan.Number);
        (tool < 0 ? _everywhere : _tools[tool]).AddRule(planned.Plan.Number, rule);
    }

    private (BlockPlan Block, PointTable Table) Finish()
    {
        var (block, blocks) = new BlockPlanner(parts).PlanPoint(_rules);
        var tool = layout.Tools.Count == 0 ? -1 : SlotLayout.Offset(layout.Facts, "tool");
        var entry = parts.Entry(point, block: null);
        var tools = _tools.Select(
            (standing, number) => standing.Table(blocks.TryGetValue(number, out var own) ? parts.Entry(point, own) : entry));
        return (
            block,
            new PointTable(layout, tool, SlotLayout.Offset(layout.Facts, "today"), _everywhere.Table(entry), tools.ToValueList()));
    }
}
