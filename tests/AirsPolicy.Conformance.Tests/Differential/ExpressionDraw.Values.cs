using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Conformance.Tests.Differential;

/// <summary>Arithmetic, functions, and what else has a value that is no truth.</summary>
internal sealed partial class ExpressionDraw
{
    private static readonly MoneyShape s_pounds = new("GBP");

    // Every row of the closed table, by the shape of its result.
    private static readonly (ArithmeticKind Kind, Shape Left, Shape Right, Shape Result)[] s_rows =
    [
        (ArithmeticKind.IntAdd, IntShape.Instance, IntShape.Instance, IntShape.Instance),
        (ArithmeticKind.IntSubtract, IntShape.Instance, IntShape.Instance, IntShape.Instance),
        (ArithmeticKind.IntMultiply, IntShape.Instance, IntShape.Instance, IntShape.Instance),
        (ArithmeticKind.DecimalAdd, DecimalShape.Instance, DecimalShape.Instance, DecimalShape.Instance),
        (ArithmeticKind.DecimalSubtract, DecimalShape.Instance, DecimalShape.Instance, DecimalShape.Instance),
        (ArithmeticKind.DecimalMultiply, DecimalShape.Instance, DecimalShape.Instance, DecimalShape.Instance),
        (ArithmeticKind.ShareByInt, ShareShape.Instance, IntShape.Instance, DecimalShape.Instance),
        (ArithmeticKind.MoneyAdd, s_pounds, s_pounds, s_pounds),
        (ArithmeticKind.MoneySubtract, s_pounds, s_pounds, s_pounds),
        (ArithmeticKind.MoneyByInt, s_pounds, IntShape.Instance, s_pounds),
        (ArithmeticKind.MoneyByDecimal, s_pounds, DecimalShape.Instance, s_pounds),
        (ArithmeticKind.MoneyByShare, s_pounds, ShareShape.Instance, s_pounds),
        (ArithmeticKind.InstantAdd, InstantShape.Instance, DurationShape.Instance, InstantShape.Instance),
        (ArithmeticKind.InstantSubtract, InstantShape.Instance, DurationShape.Instance, InstantShape.Instance),
        (ArithmeticKind.InstantDifference, InstantShape.Instance, InstantShape.Instance, DurationShape.Instance),
        (ArithmeticKind.DateAdd, DateShape.Instance, DurationShape.Instance, DateShape.Instance),
        (ArithmeticKind.DateSubtract, DateShape.Instance, DurationShape.Instance, DateShape.Instance),
        (ArithmeticKind.DateDifference, DateShape.Instance, DateShape.Instance, DurationShape.Instance),
        (ArithmeticKind.DurationAdd, DurationShape.Instance, DurationShape.Instance, DurationShape.Instance),
        (ArithmeticKind.DurationSubtract, DurationShape.Instance, DurationShape.Instance, DurationShape.Instance),
        (ArithmeticKind.DurationByInt, DurationShape.Instance, IntShape.Instance, DurationShape.Instance),
        (ArithmeticKind.SizeAdd, SizeShape.Instance, SizeShape.Instance, SizeShape.Instance),
        (ArithmeticKind.SizeByInt, SizeShape.Instance, IntShape.Instance, SizeShape.Instance),
    ];

    private Expression? Worked(Shape shape, FactScope scope, int depth)
    {
        switch (draw.Below(8))
        {
            case 0 when shape is IntShape or DecimalShape or MoneyShape or DurationShape:
                return new NegateExpression(Of(shape, scope, depth), shape, Place);
            case 1 or 2 when shape is DecimalShape:
                return new ConvertExpression(Of(draw.Pick<Shape>(IntShape.Instance, ShareShape.Instance), scope, depth), shape, Place);
            case 1 or 2 or 3 or 4 when functions && Function(shape, scope, depth) is { } called:
                return called;
            default:
                return shape is TextShape
                    ? new ConcatExpression(Of(shape, scope, depth), Of(shape, scope, 0), Place)
                    : Arithmetic(shape, scope, depth);
        }
    }

    private Expression? Function(Shape shape, FactScope scope, int depth) => shape switch
    {
        IntShape => draw.Below(7) switch
        {
            0 or 4 or 6 => Quantifier(QuantifierKind.Count, scope, depth),
            1 or 5 => Detector(DetectorQuestion.Count, shape, scope, depth),
            2 when Path(fact => fact is ListShape, scope) is { } list => Call("length.list", list, shape),
            _ => Call("length", Of(TextShape.Instance, scope, depth), shape),
        },
        ShareShape => draw.Below(5) switch
        {
            0 => Compare("similar", Of(TextShape.Instance, scope, depth), Of(TextShape.Instance, scope, 0)),
            1 => Compare("overlap", Of(TextShape.Instance, scope, depth), Of(TextShape.Instance, scope, 0)),
            2 when Path(fact => fact is ListShape, scope) is { } list => Compare("overlap.list", Of(TextShape.Instance, scope, depth), list),
            _ => Detector(DetectorQuestion.Score, shape, scope, depth),
        },
        SizeShape or TextShape when draw.Chance(40) => OfWhole(shape, scope),
        SizeShape => Call("size", Of(TextShape.Instance, scope, depth), shape),
        TextShape => Call(draw.Pick("folded", "digest", "language"), Of(TextShape.Instance, scope, depth), shape),
        EnumShape { Name: "weekday" } => Call("weekday", Of(DateShape.Instance, scope, depth), shape),
        _ => null,
    };

    // The forms of size and digest for what is given whole.
    private CallExpression? OfWhole(Shape result, FactScope scope)
    {
        var function = result is SizeShape ? "size" : "digest";
        return Path(fact => fact is RecordShape or AnyShape || fact is ListShape && result is TextShape, scope) is { } whole
            ? Call(
                whole.Shape switch
                {
                    RecordShape => $"{function}.record",
                    ListShape => $"{function}.list",
                    _ => $"{function}.any",
                },
                whole,
                result)
            : null;
    }

    private static CallExpression Call(string function, Expression argument, Shape result) => new(function, [argument], result, Place);

    private static CallExpression Compare(string function, Expression text, Expression with) =>
        new(function, [text, with], ShareShape.Instance, Place);

    private ArithmeticExpression? Arithmetic(Shape shape, FactScope scope, int depth)
    {
        var rows = s_rows.Where(row => row.Result == shape).ToList();
        if (rows.Count == 0)
            return null;
        var (kind, left, right, result) = draw.From(rows);
        return new ArithmeticExpression(kind, Of(left, scope, depth), Right(kind, right, scope, depth), result, Place);
    }

    // A date takes whole days only; another duration is a failure, and that a rare one.
    private Expression Right(ArithmeticKind kind, Shape right, FactScope scope, int depth) =>
        kind is ArithmeticKind.DateAdd or ArithmeticKind.DateSubtract && !draw.Chance(5)
            ? new ConstantExpression(draw.Between(0, 3) * TimeSpan.TicksPerDay, right, Place)
            : Of(right, scope, depth);
}
