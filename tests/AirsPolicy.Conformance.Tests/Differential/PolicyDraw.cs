using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Text.Detectors.Builtin;

namespace AirsPolicy.Conformance.Tests.Differential;

/// <summary>A random policy and requests to it, all from one seed.</summary>
internal sealed class PolicyDraw
{
    /// <summary>The queues of every policy.</summary>
    public static readonly ValueList<string> QueueNames = ["finance", "people"];

    private static readonly ValueList<string> s_tools = ["look_up", "refund", "send"];
    private static readonly int s_today = new DateOnly(2026, 6, 15).DayNumber;

    private readonly Draw _draw;
    private readonly FactsDraw _facts;
    private readonly ExpressionDraw _expressions;
    private readonly EffectDraw _effects;

    /// <param name="seed">The same gives the same policy and requests.</param>
    /// <param name="texts">With detectors and functions.</param>
    /// <param name="past">With aggregates, limits, labels and texts that come in, and fewer controls.</param>
    public PolicyDraw(int seed, bool texts = true, bool past = false)
    {
        _draw = new Draw(seed);
        var values = new ValueDraw(_draw);
        _facts = new FactsDraw(_draw, values);
        var layouts = new LayoutDraw(_draw).Layouts(s_tools, past);
        var detectors = texts ? new DetectorDraw(_draw).Many() : [];
        string[] names =
        [
            .. detectors.Select(detector => detector.Name),
            .. texts ? _draw.Many(1, 2, () => _draw.From(BuiltinDetectors.Names)) : [],
        ];
        _expressions = new ExpressionDraw(_draw, values, names, texts, past ? LayoutDraw.Scalars : LayoutDraw.WithWeekdays);
        _effects = new EffectDraw(_draw, _expressions, names, past);
        var kept = past ? new PastDraw(_draw, _expressions, _effects, layouts) : null;
        _expressions.Past = kept;
        // Where a past is drawn, what it is made of is rare enough.
        var data = past ? null : new DataDraw(_draw, values, LayoutDraw.Scalars);
        _expressions.Data = data;
        Model = new PolicyModel(
            "random",
            null,
            true,
            null,
            GovernanceModel.None,
            layouts,
            s_tools.Select(Tool).ToValueList(),
            null,
            detectors,
            [],
            Enumerable
                .Range(0, past ? _draw.Between(6, 10) : _draw.Between(26, 34))
                .Select(i => Control($"random.c{i:00}", layouts))
                .Concat(kept?.LimitControls.Select(limit => limit with { Detect = Detect(), OnError = OnError() }) ?? [])
                .ToValueList(),
            kept?.Aggregates ?? [],
            kept?.Limits ?? [],
            kept?.Contents.Labels ?? [],
            kept?.Contents.Sources ?? [],
            Providers(layouts),
            [],
            [],
            [])
        {
            Queues = QueueNames.Select(Queue).ToValueList(),
            Data = data?.Tables ?? [],
        };
    }

    // Facts of a provider that says what follows where they are missing; others say nothing.
    private ValueList<ProviderModel> Providers(ValueList<PointLayout> layouts) => layouts.SelectMany(layout => layout.Facts.Members)
        .Where(member => !member.Optional && member.Name is not ("now" or "today" or "tool" or "session" or "user" or "approvals"))
        .Select(member => member.Name).Distinct().Order(StringComparer.Ordinal)
        .Where(_ => _draw.Chance(30))
        .Select(fact => new ProviderModel(fact, "provider", null, _draw.Chance(80) ? [_effects.Known().Effect] : []))
        .ToValueList();

    private QueueModel Queue(string name) => new(name, null, _draw.Chance(90) ? [$"{name}-expert"] : [], _draw.Between(1, 2));

    private static ToolModel Tool(string name, int number) =>
        new(name, name, null, "reversible", [], [], [], number == 0 ? new ToolStop(name, StopAction.Leave, null) : null);

    /// <summary>The policy.</summary>
    public PolicyModel Model { get; }

    /// <summary>A request: a point and its facts as JSON.</summary>
    public (string Point, string Facts) Request()
    {
        var layout = _draw.From(Model.Layouts);
        return (layout.Point, _facts.Of(layout));
    }

    /// <summary>Requests of a few sessions one after the other, in any order of the sessions.</summary>
    public SessionTrace Trace()
    {
        var sessions = Enumerable.Range(0, _draw.Between(2, 6)).Select(i => $"s{i}").ToList();
        var faults = _draw.Chance(30);
        var now = SessionTrace.Start;
        var requests = _draw.Many(
            1,
            SessionTrace.Longest,
            () =>
            {
                now += Pause();
                var layout = _draw.From(Model.Layouts);
                return new SessionRequest(
                    layout.Point,
                    _facts.Of(layout, _draw.From(sessions), now, faults),
                    now,
                    _draw.Chance(30),
                    _draw.Below(8));
            }
        );
        return new SessionTrace(sessions.Count, requests);
    }

    // From nothing to more than the longest window.
    private long Pause() => _draw.Below(8) switch
    {
        0 or 1 => 0,
        2 or 3 => _draw.Below(3),
        4 => _draw.Below(2_000) * TimeSpan.TicksPerMillisecond,
        5 or 6 => _draw.Below(600) * TimeSpan.TicksPerSecond / 10,
        _ => _draw.Below(90) * TimeSpan.TicksPerMinute,
    };

    private ControlModel Control(string id, ValueList<PointLayout> layouts) => new(
        id,
        _draw.Chance(50) ? $"Control {id}" : null,
        _draw.Pick("high", null),
        _draw.Chance(30) ? ["GR-IN-01", "GR-OUT-01"] : [],
        _draw.Chance(30) ? ["LLM01"] : [],
        _draw.Chance(10),
        Detect(),
        OnError(),
        Placements(layouts[0], layouts[1]),
        ExpressionDraw.Place with { Line = 1 + _draw.Below(100) });

    // An error that passes would hide what the engines do with it; half the postures stop.
    private FixedEffectModel OnError() => _draw.Chance(50) ? new FixedEffectModel(new BlockEffect(null)) : _effects.Known();

    private DetectMode? Detect() => _draw.Chance(80) ? null : new DetectMode(_draw.Chance(50) ? null : s_today + _draw.Between(-2, 2));

    private ValueList<PlacementModel> Placements(PointLayout output, PointLayout toolCall)
    {
        var atOutput = FactScope.Of(output, null);
        switch (_draw.Below(6))
        {
            case 0 or 1:
                return [new PlacementModel("output", [], Rules(atOutput))];
            case 2:
                return [new PlacementModel("tool_call", [], Rules(FactScope.Of(toolCall, null)))];
            case 3:
                var tool = _draw.From(toolCall.Tools);
                return [new PlacementModel("tool_call", [tool.Tool], Rules(FactScope.Of(toolCall, tool)))];
            case 4:
                // Rules at several tools read their arguments whole, which for each of them are something else.
                var whole = FactScope.Of(toolCall, null).With(new ReadableFact(["args"], new RecordShape([], Open: true), false));
                return [new PlacementModel("tool_call", [s_tools[0], s_tools[1 + _draw.Below(2)]], Rules(whole))];
            default:
                var rules = Rules(atOutput.Both(FactScope.Of(toolCall, null)));
                return [new PlacementModel("output", [], rules), new PlacementModel("tool_call", [_draw.From(s_tools)], rules)];
        }
    }

    private ValueList<RuleModel> Rules(FactScope scope) =>
        Enumerable.Range(0, _draw.Between(1, 3)).Select(ordinal => Rule(ordinal, scope)).ToValueList();

    private RuleModel Rule(int ordinal, FactScope scope) => new(
        ordinal,
        _draw.Chance(5) ? null : _expressions.Of(BoolShape.Instance, scope, 4),
        _draw.Many(1, 3, () => _effects.Of(scope)).ToValueList(),
        ExpressionDraw.Place with { Line = 100 + ordinal });
}
