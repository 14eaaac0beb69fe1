using AirsPolicy.Collections;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Model.Origins;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Conformance.Tests.Differential;

/// <summary>Random labels, what brings texts into sessions, and conditions that ask for labels and origins.</summary>
internal sealed class ContentDraw
{
    private static readonly ValueList<string> s_labels = ["confidential", "inner", "untrusted"];

    private static readonly EnumShape s_origins = OriginKinds.Shape(s_labels);

    // No text comes in as what nobody gave.
    private static readonly ValueList<string> s_given = OriginKinds
        .All.Where(kind => kind is not (OriginKinds.Model or OriginKinds.Unclear))
        .ToValueList();

    private static readonly PathExpression s_session = new(["session", "id"], TextShape.Instance, ExpressionDraw.Place);

    private readonly Draw _draw;
    private readonly ExpressionDraw _expressions;

    /// <param name="layouts">The point of output, and that of tool calls.</param>
    public ContentDraw(Draw draw, ExpressionDraw expressions, ValueList<PointLayout> layouts)
    {
        (_draw, _expressions) = (draw, expressions);
        Sources = draw.Many(1, 2, () => Source(layouts[0], null))
            // Where one tool has a source of its own each has, as a binder makes them.
            .Concat(
                draw.Chance(50)
                    ? layouts[1].Tools.Select(tool => Source(layouts[1], tool))
                    : draw.Many(0, 2, () => Source(layouts[1], null)))
            .ToValueList();
        Labels = s_labels
            .Select(name => new LabelModel(
                name,
                Sources
                    .Where(source => source.Labels.Contains(name))
                    .Select(source => source.Tool)
                    .OfType<string>()
                    .Distinct()
                    .Order(StringComparer.Ordinal)
                    .ToValueList()))
            .ToValueList();
    }

    public ValueList<LabelModel> Labels { get; }

    public ValueList<ContentSourceModel> Sources { get; }

    /// <summary>A condition on a label that a session carries, or on where a text came from.</summary>
    public Expression Asked(FactScope scope, int depth)
    {
        if (_draw.Chance(35))
            return new CarriesLabelExpression(_draw.From(s_labels), s_session, ExpressionDraw.Place);
        var origin = new OriginExpression(Text(scope, depth), s_session, new ListShape(s_origins), ExpressionDraw.Place);
        if (_draw.Chance(30))
            return new CompareExpression(
                _draw.Pick(CompareOperator.Equal, CompareOperator.NotEqual),
                origin,
                Kinds(),
                ExpressionDraw.Place);
        var item = new ItemExpression(scope.Items.Count, [], s_origins, ExpressionDraw.Place);
        Expression body = _draw.Chance(50)
            ? new CompareExpression(
                _draw.Pick(CompareOperator.Equal, CompareOperator.NotEqual),
                item,
                Kinds().Items[0],
                ExpressionDraw.Place)
            : new MembershipExpression(item, Kinds(), ExpressionDraw.Place);
        if (_draw.Chance(70))
            return new QuantifierExpression(
                _draw.Pick(QuantifierKind.Any, QuantifierKind.All),
                scope.Items.Count,
                origin,
                body,
                BoolShape.Instance,
                ExpressionDraw.Place);
        return new CompareExpression(
            CompareOperator.GreaterOrEqual,
            new QuantifierExpression(QuantifierKind.Count, scope.Items.Count, origin, body, IntShape.Instance, ExpressionDraw.Place),
            new ConstantExpression((long)_draw.Between(0, 2), IntShape.Instance, ExpressionDraw.Place),
            ExpressionDraw.Place);
    }

    // Mostly a word that texts are drawn from, so that it now and then occurs in one.
    private Expression Text(FactScope scope, int depth) =>
        _draw.Chance(60)
            ? new ConstantExpression(
                _draw.Pick(
                    "hello",
                    "legally binding",
                    "4111-1111 11111111",
                    "ANN@mail.example",
                    "straße",
                    "I will sue",
                    "gb82 west 1234 5698 7654 32"),
                TextShape.Instance,
                ExpressionDraw.Place)
            : _expressions.Of(TextShape.Instance, scope, Math.Min(depth, 1));

    // In the order of the enum, each once, as origins are.
    private ListExpression Kinds() => new(
        _draw.Many(1, 3, () => _draw.Below(s_origins.Names.Count)).Distinct().Order()
            .Select(Expression (kind) => new ConstantExpression((long)kind, s_origins, ExpressionDraw.Place)).ToValueList(),
        new ListShape(s_origins), ExpressionDraw.Place);

    private ContentSourceModel Source(PointLayout layout, ToolLayout? tool)
    {
        var scope = FactScope.Of(layout, tool);
        var texts = _draw.Chance(85)
            ? _expressions.Path(
                shape => shape is TextShape or RecordShape or AnyShape or ListShape { Element: TextShape or RecordShape },
                scope,
                optional: _draw.Chance(10))
            : null;
        var labels = s_labels.Where(_ => _draw.Chance(30)).ToValueList();
        var key = _draw.Chance(25) ? _expressions.Path(shape => shape is TextShape, scope) : null;
        var remembers = _draw.Chance(50);
        return new ContentSourceModel(
            layout.Point, tool?.Tool, s_session,
            _draw.Chance(30) ? _expressions.Of(BoolShape.Instance, scope, 2) : null,
            remembers && key is not null ? null : texts,
            labels.Count > 0 && _draw.Chance(50) ? labels : [_draw.From(s_given)],
            labels,
            remembers ? key : null,
            remembers ? null : key);
    }
}
