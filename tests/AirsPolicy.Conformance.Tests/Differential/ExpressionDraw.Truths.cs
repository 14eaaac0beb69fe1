using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Conformance.Tests.Differential;

/// <summary>Conditions.</summary>
internal sealed partial class ExpressionDraw
{
    private static readonly string[] s_patterns =
    [
        "[0-9]+",
        "\\bbinding\\b",
        "^a",
        "d$",
        "(red|hello)",
        "[^a-z]",
        "é|ß",
        "x\\d \\d",
        ".",
        "(l+|e)*o",
    ];

    private Expression Truth(FactScope scope, int depth) =>
        draw.Below(21) switch
        {
            0 => new NotExpression(Bool(scope, depth), Place),
            1 or 2 => new LogicalExpression(LogicalOperator.And, Bool(scope, depth), Bool(scope, depth), Place),
            3 or 4 => new LogicalExpression(LogicalOperator.Or, Bool(scope, depth), Bool(scope, depth), Place),
            5 or 6 or 7 or 8 => Compare(scope, depth),
            9 => Membership(scope, depth),
            10 or 11 or 12 => new TextTestExpression(
                draw.From(Enum.GetValues<TextTest>()),
                Of(TextShape.Instance, scope, depth),
                Of(TextShape.Instance, scope, 0),
                Place),
            13 => new MatchesExpression(Of(TextShape.Instance, scope, depth), draw.From(s_patterns), draw.Chance(50), Place),
            14 => Has(scope),
            15 or 16 or 17 or 18 => Quantifier(draw.Pick(QuantifierKind.Any, QuantifierKind.All), scope, depth),
            19 => Detector(DetectorQuestion.Found, BoolShape.Instance, scope, depth),
            _ => Leaf(BoolShape.Instance, scope),
        };

    private Expression Bool(FactScope scope, int depth) => Of(BoolShape.Instance, scope, depth);

    private CompareExpression Compare(FactScope scope, int depth)
    {
        var shape = draw.Chance(6) ? new ListShape(draw.From(LayoutDraw.Scalars)) : draw.From(compared);
        var ordered = shape is not (BoolShape or TextShape or ListShape or EnumShape { Rising: false });
        var comparison = ordered
            ? draw.From(Enum.GetValues<CompareOperator>())
            : draw.Pick(CompareOperator.Equal, CompareOperator.NotEqual);
        return new CompareExpression(comparison, Of(shape, scope, depth), Of(shape, scope, depth), Place);
    }

    private MembershipExpression Membership(FactScope scope, int depth)
    {
        var shape = draw.From(compared);
        return new MembershipExpression(Of(shape, scope, depth), List(shape, scope, depth), Place);
    }

    private Expression Has(FactScope scope)
    {
        var optional = scope
            .Facts.Where(fact => fact.Optional)
            .Select(Expression (fact) => new PathExpression(fact.Path, fact.Shape, Place))
            .Concat(
                scope.Items.SelectMany(
                    (item, variable) => ItemParts(item, variable).Where(part => part.Optional).Select(part => part.Expression)))
            .ToList();
        return optional.Count == 0 ? Leaf(BoolShape.Instance, scope) : new HasExpression(draw.From(optional), Place);
    }

    private Expression Quantifier(QuantifierKind kind, FactScope scope, int depth)
    {
        var result = kind == QuantifierKind.Count ? (Shape)IntShape.Instance : BoolShape.Instance;
        var list = Reads(shape => shape is ListShape, scope);
        var spans = detectors.Count > 0 && draw.Chance(10) ? Detector(DetectorQuestion.Spans, new ListShape(s_span), scope, depth) : null;
        if ((spans ?? (list is { Optional: false } known ? known.Expression : null)) is not { Shape: ListShape items } over)
            return Leaf(result, scope);
        return new QuantifierExpression(
            kind,
            scope.Items.Count,
            over,
            Bool(scope.Inside(items.Element), Math.Min(depth, 2)),
            result,
            Place);
    }

    // Spans are asked of a text only; the rest of lists and records too.
    private Expression Detector(DetectorQuestion question, Shape result, FactScope scope, int depth)
    {
        if (detectors.Count == 0)
            return Leaf(result, scope);
        var whole =
            question != DetectorQuestion.Spans && draw.Chance(30)
                ? Path(shape => shape is RecordShape or AnyShape or ListShape { Element: TextShape or RecordShape }, scope)
                : null;
        return new DetectorExpression(
            draw.From(detectors),
            question,
            whole ?? Of(TextShape.Instance, scope, Math.Min(depth, 1)),
            result,
            Place);
    }
}
