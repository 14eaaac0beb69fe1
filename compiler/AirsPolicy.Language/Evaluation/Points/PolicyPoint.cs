using System.Collections.Concurrent;
using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation.Facts;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Judges;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Language.Evaluation.Points;

/// <summary>A decision point, with what stands there for each tool, worked out when first asked.</summary>
internal sealed class PolicyPoint(
    PointLayout layout,
    ValueList<ControlModel> controls,
    ValueList<ProviderModel> providers,
    ValueList<JudgeModel> judges)
{
    private const int NoTool = -1;

    private readonly (PlacedControl Control, ValueList<string> Tools)[] _standing =
        [.. from control in controls
            from placement in control.Placements
            where placement.Point == layout.Point
            select (new PlacedControl(control, placement.Rules), placement.Tools)];

    private readonly ConcurrentDictionary<int, PointRules> _byTool = new();
    private readonly FactPlaces _untooled = new(layout, null);
    private readonly int _toolSlot = layout.Tools.Count == 0 ? NoTool : SlotLayout.Offset(layout.Facts, "tool");

    /// <summary>The facts of the point as a reader needs them.</summary>
    public CompiledLayout Layout { get; } = CompiledLayout.Of(layout);

    /// <summary>Where the facts say which labels their session carries.</summary>
    public SessionLabels Labels { get; } = new(layout);

    /// <summary>What the facts say of what is held.</summary>
    public HeldFacts Held { get; } = new(layout);

    /// <summary>The number of the tool that the facts name, or -1.</summary>
    public int ToolNumber(FactFrame facts) =>
        layout.Tools.Count > 0 && facts.Has(_toolSlot) && (ulong)facts.Long(_toolSlot) < (ulong)layout.Tools.Count
            ? (int)facts.Long(_toolSlot)
            : NoTool;

    /// <summary>The JSON Schemas that the facts of the point have to fit.</summary>
    public SchemaFacts Schemas { get; } = new(layout);

    /// <summary>
    /// What stands there for the tool that the facts name, or null where that is not declared: declared tools are the allow-list.
    /// </summary>
    public PointRules? For(FactFrame facts)
    {
        if (layout.Tools.Count == 0)
            return _byTool.GetOrAdd(NoTool, Find);
        if (!facts.Has(_toolSlot) || (ulong)facts.Long(_toolSlot) >= (ulong)layout.Tools.Count)
            return null;
        return _byTool.GetOrAdd((int)facts.Long(_toolSlot), Find);
    }

    /// <summary>Where the facts lie, and the tool that they name, or null.</summary>
    public (FactPlaces Places, string? Tool) PlacesFor(FactFrame facts) =>
        For(facts) is { } here ? (here.Places, here.Tool) : (_untooled, null);

    /// <summary>
    /// What follows where there are no facts: the postures of what stands there, and none where only they could have named the tool.
    /// </summary>
    public IReadOnlyCollection<MatchedRule> Postures(Failure failure) =>
        layout.Tools.Count == 0 ? _byTool.GetOrAdd(NoTool, Find).Postures(failure) : [];

    private PointRules Find(int index)
    {
        var tool = index == NoTool ? null : layout.Tools[index];
        var controls = _standing
            .Where(s => s.Tools.Count == 0 || tool is not null && s.Tools.Contains(tool.Tool))
            .Select(s => s.Control)
            .ToValueList();
        return new PointRules(
            layout.Point,
            tool?.Tool,
            new FactPlaces(layout, tool),
            controls,
            providers,
            judges.Where(judge => controls.Any(standing => standing.Control.Id == judge.Control)).ToValueList());
    }
}
