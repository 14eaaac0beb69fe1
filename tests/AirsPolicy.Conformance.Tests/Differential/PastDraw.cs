using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Runs;
using AirsPolicy.Runtime.State;
using AirsPolicy.Text.Scores;

namespace AirsPolicy.Conformance.Tests.Differential;

/// <summary>Random aggregates and limits, what comes into sessions, and conditions that ask for them.</summary>
internal sealed class PastDraw
{
    private static readonly Shape[] s_amounts =
    [
        IntShape.Instance,
        DecimalShape.Instance,
        new MoneyShape("GBP"),
        DurationShape.Instance,
        SizeShape.Instance,
    ];

    private static readonly long[] s_windows =
    [
        0,
        0,
        0,
        1,
        7,
        TimeSpan.TicksPerSecond,
        59 * TimeSpan.TicksPerSecond,
        TimeSpan.TicksPerMinute,
        10 * TimeSpan.TicksPerMinute + 1,
        TimeSpan.TicksPerHour,
        36 * TimeSpan.TicksPerHour,
    ];

    private static readonly Expression s_session = new PathExpression(["session", "id"], TextShape.Instance, ExpressionDraw.Place);

    private static readonly EnumShape s_colour = LayoutDraw.Scalars.OfType<EnumShape>().Single(names => names.Name == "colour");

    private static readonly ValueList<string> s_steps = s_colour.Names;

    private readonly Draw _draw;
    private readonly ExpressionDraw _expressions;
    private readonly ValueList<PointLayout> _layouts;
    private readonly List<ControlModel> _controls = [];

    public PastDraw(Draw draw, ExpressionDraw expressions, EffectDraw effects, ValueList<PointLayout> layouts)
    {
        (_draw, _expressions, _layouts) = (draw, expressions, layouts);
        Aggregates = draw.Many(4, 7, Aggregate).Concat(draw.Chance(50) ? [Steps()] : []).Distinct().ToValueList();
        Limits = Enumerable.Range(0, draw.Between(1, 3)).Select(i => Limit(i, effects)).ToValueList();
        Contents = new ContentDraw(draw, expressions, layouts);
    }

    public ValueList<AggregateModel> Aggregates { get; }

    public ValueList<LimitModel> Limits { get; }

    /// <summary>What comes into sessions.</summary>
    public ContentDraw Contents { get; }

    /// <summary>The controls of the limits, as a binder makes them.</summary>
    public IEnumerable<ControlModel> LimitControls => _controls;

    /// <summary>What asks the past and has a shape, or null.</summary>
    public Expression? Asked(Shape shape, FactScope scope, int depth)
    {
        if (shape is BoolShape)
            return _draw.Chance(30) ? Contents.Asked(scope, depth) : Compared(scope, depth);
        var fitting = Aggregates
            .Index()
            .Where(aggregate => aggregate.Item.Order is null && ShapeOf(aggregate.Item) == shape && aggregate.Item.UpTo == 0)
            .ToList();
        return fitting.Count == 0 ? null : Ask(_draw.From(fitting), scope, depth);
    }

    // What is told only up to a count is compared with less.
    private Expression Compared(FactScope scope, int depth)
    {
        var (number, aggregate) = _draw.From(Aggregates.Index().ToList());
        if (aggregate.Order is not null)
            return new FollowsExpression(
                number,
                aggregate.Sources[0].Keys.Select(key => KeyLike(key, scope, Math.Min(depth, 1))).ToValueList(),
                Step(scope, asText: _draw.Chance(50)),
                ExpressionDraw.Place);
        var shape = ShapeOf(aggregate);
        var asked = Ask((number, aggregate), scope, depth);
        var other = aggregate.UpTo > 0 ? new ConstantExpression((long)_draw.Below(aggregate.UpTo), shape, ExpressionDraw.Place)
            : shape is IntShape && _draw.Chance(60) ? new ConstantExpression((long)_draw.Below(6), shape, ExpressionDraw.Place)
            : _expressions.Of(shape, scope, 0);
        return new CompareExpression(_draw.From(Enum.GetValues<CompareOperator>()), asked, other, ExpressionDraw.Place);
    }

    private AggregateExpression Ask((int Number, AggregateModel Model) aggregate, FactScope scope, int depth)
    {
        var keys = aggregate.Model.Sources[0].Keys;
        return new AggregateExpression(
            aggregate.Number,
            keys.Select(key => KeyLike(key, scope, Math.Min(depth, 1))).ToValueList(),
            ShapeOf(aggregate.Model),
            ExpressionDraw.Place);
    }

    private AggregateModel Aggregate()
    {
        // Of nothing there is no mean, which fails: rules that all fail would decide little.
        var kind = _draw.Chance(6)
            ? _draw.Pick(AggregateKind.Mean, AggregateKind.Deviation)
            : _draw.Pick(AggregateKind.Count, AggregateKind.Count, AggregateKind.Sum, AggregateKind.Sum, AggregateKind.Distinct);
        var within = _draw.From(s_windows);
        var value = kind switch
        {
            AggregateKind.Sum => _draw.From(s_amounts),
            AggregateKind.Mean or AggregateKind.Deviation => _draw.From(s_amounts[1..]),
            AggregateKind.Distinct => _draw.From(LayoutDraw.Scalars),
            _ => null,
        };
        var keys = KeyShapes();
        var sources = Places().Select(place => new EventSourceModel(
            place.Layout.Point,
            place.Tool?.Tool,
            Where(place.Scope),
            keys.Select(shape => Key(shape, place.Scope)).ToValueList(),
            value is null ? null : _expressions.Of(value, place.Scope, 1))).ToValueList();
        return new AggregateModel(
            kind,
            _draw.From(Enum.GetValues<EventFate>()),
            sources,
            within,
            !kind.IsOfAmounts() && _draw.Chance(50) ? _draw.Between(1, 6) : 0,
            Owned: within == 0 && keys is [null, ..]);
    }

    private AggregateModel Steps()
    {
        var keys = KeyShapes();
        var sources = Places()
            .Select(place => new EventSourceModel(
                place.Layout.Point,
                place.Tool?.Tool,
                _draw.Chance(70) ? null : Where(place.Scope),
                keys.Select(shape => Key(shape, place.Scope)).ToValueList(),
                Step(place.Scope, asText: true)));
        return new AggregateModel(
            AggregateKind.Steps,
            _draw.From(Enum.GetValues<EventFate>()),
            sources.ToValueList(),
            0,
            0,
            Owned: keys is [null, ..],
            new OrderModel(
                Order(3),
                _draw.Chance(50) ? null : [.. from one in s_steps from other in s_steps where one != other select new Handover(one, other)])
        );
    }

    // The name of a colour, as a text or as itself.
    private Expression Step(FactScope scope, bool asText)
    {
        var colour = _expressions.Of(s_colour, scope, 1);
        return asText
            ? new TableExpression(
                colour,
                s_steps.Select(Expression? (name) => new ConstantExpression(name, TextShape.Instance, ExpressionDraw.Place)).ToValueList(),
                TextShape.Instance,
                ExpressionDraw.Place)
            : colour;
    }

    private StepExpression Order(int depth) => depth == 0 ? new NamedStep(_draw.From(s_steps)) : _draw.Below(8) switch
    {
        0 or 1 => new NamedStep(_draw.From(s_steps)),
        2 or 3 => new StepSequence(_draw.Many(1, 3, () => Order(depth - 1)).ToValueList()),
        4 or 5 => new StepChoice(_draw.Many(1, 3, () => Order(depth - 1)).ToValueList()),
        _ => new RepeatedStep(Order(depth - 1), _draw.Chance(40), _draw.Chance(80)),
    };

    private LimitModel Limit(int number, EffectDraw effects)
    {
        var id = $"random.l{number:00}";
        var within = _draw.From(s_windows);
        var amount = _draw.Chance(60) ? null : _draw.From(s_amounts);
        var greatest = _draw.Between(0, 6);
        var keys = KeyShapes();
        var places = Places();
        var draws = places
            .Select(place => new LimitDrawModel(
                place.Layout.Point,
                place.Tool?.Tool,
                keys.Select(shape => Key(shape, place.Scope)).ToValueList(),
                amount is null ? null : _expressions.Of(amount, place.Scope, 1),
                amount is null
                    ? new ConstantExpression((long)_draw.Between(0, greatest), IntShape.Instance, ExpressionDraw.Place)
                    : _expressions.Of(amount, place.Scope, 1),
                _draw.Chance(70) ? null : _expressions.Of(BoolShape.Instance, place.Scope, 2)))
            .ToValueList();
        var shares = new[] { 1L, 250_000, 500_000, 800_000 }.Where(_ => _draw.Chance(30)).Append(Millionths.Whole).ToValueList();
        var rules = shares
            .Index()
            .Select(share => new RuleModel(
                share.Index,
                new LimitPassedExpression(number, share.Index, ExpressionDraw.Place),
                [Arm(share.Item, effects)],
                ExpressionDraw.Place with
                {
                    Line = 200 + share.Index,
                }
            ))
            .ToValueList();
        _controls.Add(
            new ControlModel(
                id,
                null,
                null,
                [],
                [],
                false,
                null,
                new FixedEffectModel(new BlockEffect(null)),
                Placements(places, rules),
                ExpressionDraw.Place));
        return new LimitModel(
            id,
            id,
            null,
            draws,
            within,
            amount is null && _draw.Chance(80) ? greatest : 0,
            shares,
            Owned: within == 0 && keys is [null, ..]);
    }

    private FixedEffectModel Arm(long share, EffectDraw effects) =>
        share == Millionths.Whole && _draw.Chance(70) ? new FixedEffectModel(new BlockEffect("No more.")) : effects.Known();

    private static ValueList<PlacementModel> Placements(List<EventPlace> places, ValueList<RuleModel> rules) => places
        .GroupBy(place => place.Layout.Point)
        .Select(point => new PlacementModel(point.Key, point.Select(place => place.Tool?.Tool).OfType<string>().ToValueList(), rules))
        .ToValueList();

    // Output, or tool calls of all tools or of some; now and then both.
    private List<EventPlace> Places()
    {
        var places = new List<EventPlace>();
        var which = _draw.Below(6);
        if (which < 3)
            places.Add(new EventPlace(_layouts[0], null));
        if (which is 2 or 3)
            places.Add(new EventPlace(_layouts[1], null));
        if (which >= 4)
            places.AddRange(
                _layouts[1]
                    .Tools.Where(_ => _draw.Chance(60))
                    .DefaultIfEmpty(_layouts[1].Tools[0])
                    .Select(tool => new EventPlace(_layouts[1], tool)));
        return places;
    }

    private Expression? Where(FactScope scope) => _draw.Below(4) switch
    {
        0 => _expressions.Of(BoolShape.Instance, scope, 2),
        1 => new CompareExpression(
            _draw.From(Enum.GetValues<CompareOperator>()), new EventOutcomeExpression(ExpressionDraw.Place),
            new ConstantExpression((long)_draw.Below(6), DecisionFacts.Outcome, ExpressionDraw.Place), ExpressionDraw.Place),
        _ => null,
    };

    // Null for that of the session.
    private List<Shape?> KeyShapes()
    {
        List<Shape?> keys = _draw.Chance(60) ? [null] : [];
        if (_draw.Chance(40))
            keys.Add(_draw.From(LayoutDraw.Scalars));
        if (_draw.Chance(5))
            keys.Add(_draw.From(LayoutDraw.Scalars));
        return keys;
    }

    private Expression Key(Shape? shape, FactScope scope) => shape is null ? s_session : _expressions.Of(shape, scope, 1);

    private Expression KeyLike(Expression key, FactScope scope, int depth) =>
        key == s_session ? s_session : _expressions.Of(key.Shape, scope, depth);

    private static Shape ShapeOf(AggregateModel aggregate) =>
        aggregate.Kind.IsOfAmounts() ? aggregate.Sources[0].Value!.Shape : IntShape.Instance;

    private sealed record EventPlace(PointLayout Layout, ToolLayout? Tool)
    {
        public FactScope Scope { get; } = FactScope.Of(Layout, Tool);
    }
}
