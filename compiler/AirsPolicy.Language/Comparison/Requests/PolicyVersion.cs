using System.Text;
using System.Text.Json.Nodes;
using AirsPolicy.Language.Comparison.Pasts;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Evaluation.Expressions;
using AirsPolicy.Language.Evaluation.Facts;
using AirsPolicy.Language.Evaluation.Past;
using AirsPolicy.Language.Evaluation.Search;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Comparison.Requests;

/// <summary>One of the two versions: it decides requests, and says what the parts of its rules come to.</summary>
internal sealed class PolicyVersion
{
    private readonly PolicyInterpreter _interpreter;
    private readonly Lazy<HashSet<(string Control, int Ordinal)>> _askPast;
    private readonly PatternLibrary _patterns = new();
    private readonly DetectorSearch _detectors;
    private readonly Dictionary<string, CompiledLayout> _layouts = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Point, string? Tool), FactPlaces> _places = [];

    public PolicyVersion(PolicyModel model)
    {
        Model = model;
        _askPast = new Lazy<HashSet<(string, int)>>(() => AskingPast(model));
        var memory = new DetectorMemory();
        _interpreter = new PolicyInterpreter(model, _patterns, memory, coverage: null);
        _detectors = new DetectorSearch(model.Detectors, _patterns, memory);
    }

    public PolicyModel Model { get; }

    /// <summary>The decision on made-up facts, from which is left out what only the other version knows.</summary>
    public Decision Decide(RequestShape request, JsonObject facts, PolicyVersion other)
    {
        var handed = Handed(request, facts, other);
        return _interpreter.Decide(request.Point, handed.ToJsonString(WireJson.Options), SaidPast.Of(_interpreter, handed));
    }

    /// <summary>The same on recorded facts, of which nothing is made up.</summary>
    public Decision DecideRecorded(RequestShape request, JsonObject facts, PolicyVersion other) =>
        _interpreter.Decide(request.Point, Handed(request, facts, other).ToJsonString(WireJson.Options));

    /// <summary>Whether a rule asks what came before.</summary>
    public bool AsksPast(RuleOrigin origin) => _askPast.Value.Contains((origin.Control, origin.Ordinal));

    private static HashSet<(string, int)> AskingPast(PolicyModel model) =>
    [
        .. from control in model.Controls
           from placement in control.Placements
           from rule in placement.Rules
           where rule.Condition is { } condition && PastLeaves.AsksPast(condition)
           select (control.Id, rule.Ordinal),
    ];

    /// <summary>Decides requests one after the other, each with what came of those before.</summary>
    public EventReplay Replay(bool withStateMachines = false) => new(_interpreter, withStateMachines);

    /// <summary>The facts of a point and of a tool there, or null where this version does not know the point or the tool.</summary>
    public RecordShape? Shape(string point, string? tool)
    {
        if (Layout(point) is not { } layout)
            return null;
        if (tool is null || layout.Tools.Count == 0)
            return layout.Facts;
        return Tool(layout, tool) is { } known ? MergedShape.Joined(layout.Facts, known.Facts) : null;
    }

    /// <summary>The value of a part of a rule on some facts; null where it has none.</summary>
    /// <param name="items">The first items of the lists that the part stands under, outermost first.</param>
    public Value? Evaluate(
        RequestShape request,
        JsonObject facts,
        PolicyVersion other,
        Expression expression,
        IReadOnlyList<BoundItem> items)
    {
        if (Layout(request.Point) is not { } layout)
            return null;
        var frame = new FactFrame();
        if (new FactReader().Read(
                Compiled(layout),
                Encoding.UTF8.GetBytes(Handed(request, facts, other).ToJsonString(WireJson.Options)),
                frame)
            is not null)
            return null;
        var evaluator = new ExpressionEvaluator(
            new FactSource(Places(layout, request.Tool), frame), _detectors, _patterns, listener: null, data: Model.Data);
        return evaluator.Walk(() => Evaluate(evaluator, expression, items, 0)) is var value and not (FailedValue or AbsentValue)
            ? value
            : null;
    }

    private static Value Evaluate(ExpressionEvaluator evaluator, Expression expression, IReadOnlyList<BoundItem> items, int index)
    {
        if (index == items.Count)
            return evaluator.Evaluate(expression);
        // Each list is looked at where the items around it are already bound.
        var list = evaluator.Evaluate(items[index].List);
        if (list is not ListValue { Items: [var first, ..] })
            return AbsentValue.Instance;
        evaluator.EvaluateAt(items[index].Variable, first, new ConstantExpression(true, BoolShape.Instance, expression.Place));
        return Evaluate(evaluator, expression, items, index + 1);
    }

    /// <summary>The facts as a host would hand them to this version.</summary>
    public JsonObject Handed(RequestShape request, JsonObject facts, PolicyVersion other) =>
        Shape(request.Point, request.Tool) is { } own && other.Shape(request.Point, request.Tool) is { } others && own != others
            ? KnownFacts.Of(facts, own, others)
            : facts;

    private PointLayout? Layout(string point) => Model.Layouts.FirstOrDefault(layout => layout.Point == point);

    private static ToolLayout? Tool(PointLayout layout, string? tool) => layout.Tools.FirstOrDefault(known => known.WireName == tool);

    private CompiledLayout Compiled(PointLayout layout)
    {
        if (!_layouts.TryGetValue(layout.Point, out var compiled))
            _layouts.Add(layout.Point, compiled = CompiledLayout.Of(layout));
        return compiled;
    }

    private FactPlaces Places(PointLayout layout, string? tool)
    {
        if (!_places.TryGetValue((layout.Point, tool), out var places))
            _places.Add((layout.Point, tool), places = new FactPlaces(layout, Tool(layout, tool)));
        return places;
    }
}
