using System.Collections.Immutable;
using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Facts;

/// <summary>
/// The layouts of all decision points of one policy: the tables of the language, what the policy declares, and its tools.
/// </summary>
internal sealed class FactTable
{
    /// <summary>The name of the enum of the declared tools.</summary>
    public const string ToolEnum = "tool";

    private readonly Dictionary<string, PointLayout> _layouts;
    private readonly Dictionary<(string Point, string Tool), ToolLayout> _tools = [];
    private readonly Dictionary<string, PointFacts> _points = new(StringComparer.Ordinal);

    private FactTable(Dictionary<string, PointLayout> layouts)
    {
        _layouts = layouts;
        foreach (var layout in layouts.Values)
        {
            foreach (var tool in layout.Tools)
                _tools.TryAdd((layout.Point, tool.Tool), tool);
        }
    }

    /// <summary>
    /// The layouts in the order of <see cref="DecisionPoints.All"/>; behind them that of changes of charts, where there are charts.
    /// </summary>
    public ValueList<PointLayout> Layouts =>
        DecisionPoints
            .All.Append(DecisionPoints.PaceChange)
            .Where(point => _layouts.ContainsKey(point.Name))
            .Select(point => _layouts[point.Name])
            .ToValueList();

    /// <summary>What an expectation of a test speaks of.</summary>
    public PointLayout Decision { get; private init; } = DecisionFacts.Layout;

    /// <summary>What sets its points apart.</summary>
    public PointDifferences Differences { get; } = new();

    public PointLayout Layout(string point) => _layouts[point];

    /// <summary>The facts that rules read at a point, confined to tools or, where none is given, for all.</summary>
    public PointFacts At(DecisionPoint point, ImmutableArray<string> tools)
    {
        if (!tools.IsEmpty)
            return new PointFacts(
                point,
                _layouts[point.Name],
                [.. tools.Select(tool => _tools.GetValueOrDefault((point.Name, tool))).OfType<ToolLayout>()]);
        if (!_points.TryGetValue(point.Name, out var facts))
            _points.Add(point.Name, facts = new PointFacts(point, _layouts[point.Name], []));
        return facts;
    }

    /// <summary>Lays out every point.</summary>
    /// <param name="facts">The facts that the policy declares.</param>
    /// <param name="tools">Its tools, in the order of the tool enum.</param>
    /// <param name="watched">What of it is watched.</param>
    public static FactTable Build(IReadOnlyCollection<DeclaredFact> facts, IReadOnlyList<DeclaredTool> tools, WatchedNames? watched = null)
    {
        var toolEnum = new EnumShape(tools.Select(tool => tool.WireName).ToValueList(), Rising: false, ToolEnum);
        var layouts = DecisionPoints.All.ToDictionary(
            point => point.Name,
            point => Lay(point, facts, tools, toolEnum, watched ?? WatchedNames.None),
            StringComparer.Ordinal);
        if (watched is { Charts.IsEmpty: false })
            layouts.Add(DecisionPoints.PaceChange.Name, watched.ChangeLayout());
        return new FactTable(layouts) { Decision = DecisionFacts.LayoutWith(watched?.Charts ?? [], watched?.Breakers ?? []) };
    }

    private static PointLayout Lay(
        DecisionPoint point,
        IReadOnlyCollection<DeclaredFact> facts,
        IReadOnlyList<DeclaredTool> tools,
        EnumShape toolEnum,
        WatchedNames watched)
    {
        var members = new List<ShapeMember>();
        foreach (var fact in CommonFacts.All.Prepend(CommonFacts.System).Concat(point.Facts))
            members.Add(
                new ShapeMember(
                    fact.Name,
                    fact.Name,
                    fact.Name == "pace" ? watched.Pace(fact.Shape)
                        : tools.Count == 0 ? fact.Shape
                        : WithTools(fact.Shape, toolEnum),
                    fact.Optional));
        members.AddRange(watched.Facts(point.Name));
        if (point.HasTool)
            AddTool(members, point, tools, toolEnum);
        foreach (var fact in facts.Where(fact => fact.Tools.IsEmpty && fact.StandsAt(point.Name)))
            members.Add(fact.Member);
        return new PointLayout(
            point.Name,
            new RecordShape(members.ToValueList()),
            point.PrimaryText,
            point.HasTool ? tools.Select(tool => Lay(point, facts, tool)).ToValueList() : []);
    }

    // A member that names a tool is one of those declared.
    private static Shape WithTools(Shape shape, EnumShape toolEnum) => shape switch
    {
        ListShape list => list with { Element = WithTools(list.Element, toolEnum) },
        RecordShape record => record with { Members = record.Members.Select(member => WithTools(member, toolEnum)).ToValueList() },
        _ => shape,
    };

    private static ShapeMember WithTools(ShapeMember member, EnumShape toolEnum) => member with
    {
        Shape = ReferenceEquals(member, DecisionPoints.ToolMember) ? toolEnum : WithTools(member.Shape, toolEnum),
    };

    // Where no tool is declared, as in a library, any may come, with whatever arguments.
    private static void AddTool(List<ShapeMember> members, DecisionPoint point, IReadOnlyList<DeclaredTool> tools, EnumShape toolEnum)
    {
        members.Add(new ShapeMember("tool", "tool", tools.Count == 0 ? TextShape.Instance : toolEnum));
        if (tools.Count > 0)
            return;
        members.Add(new ShapeMember("args", "args", AnyShape.Instance, Optional: true));
        if (point.Name == PointNames.ToolResult)
            members.Add(new ShapeMember("result", "result", AnyShape.Instance, Optional: true));
    }

    private static ToolLayout Lay(DecisionPoint point, IReadOnlyCollection<DeclaredFact> facts, DeclaredTool tool)
    {
        var members = new List<ShapeMember> { new("args", "args", tool.Args ?? AnyShape.Instance, Optional: tool.Args is null) };
        if (point.Name == PointNames.ToolResult)
            members.Add(new ShapeMember("result", "result", tool.Result ?? AnyShape.Instance, Optional: tool.Result is null));
        foreach (var fact in facts.Where(fact => fact.StandsAt(point.Name) && fact.Tools.Contains(tool.Name)))
            members.Add(fact.Member);
        return new ToolLayout(tool.Name, tool.WireName, new RecordShape(members.ToValueList()));
    }
}

/// <summary>A fact that a policy declares.</summary>
/// <param name="Member">Its name and shape.</param>
/// <param name="Points">Where it stands; empty for everywhere.</param>
/// <param name="Tools">The tools it is confined to; empty for all.</param>
internal sealed record DeclaredFact(ShapeMember Member, ImmutableArray<string> Points, ImmutableArray<string> Tools)
{
    public bool StandsAt(string point) => Points.IsEmpty || Points.Contains(point);
}

/// <summary>A tool that a policy declares.</summary>
/// <param name="Name">Its name in the language.</param>
/// <param name="WireName">Its name on the wire.</param>
/// <param name="Class">Its class.</param>
/// <param name="Args">What its arguments are, or null where nothing is declared.</param>
/// <param name="Result">What its result is, or null.</param>
/// <param name="Place">Where it is declared.</param>
internal sealed record DeclaredTool(
    string Name,
    string WireName,
    string Class,
    Shape? Args,
    Shape? Result,
    string? Scope,
    SourcePlace Place);
