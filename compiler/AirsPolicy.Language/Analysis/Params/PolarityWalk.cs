using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.State;

namespace AirsPolicy.Language.Analysis.Params;

/// <summary>
/// Walks a condition and says of every constant in it what a greater one does to the outcome: a rule that matches can only raise it.
/// What is not listed here is not told.
/// </summary>
/// <param name="model">The policy.</param>
/// <param name="found">Told each constant with its direction.</param>
/// <param name="read">
/// Told each fact, each table, and each question to a detector or to the past, with its direction. Of a table it says whether it has taken
/// that up, key included.
/// </param>
internal sealed class PolarityWalk(
    PolicyModel model,
    Action<ConstantExpression, Direction> found,
    Func<Expression, Direction, bool>? read = null)
{
    /// <summary>A rule, which can only raise the outcome where it matches.</summary>
    public void Rule(RuleModel rule)
    {
        if (rule.Condition is not null)
            Condition(rule.Condition, Direction.Raises);
        foreach (var effect in rule.Effects)
        {
            switch (effect)
            {
                case HoldEffectModel hold:
                    // People who have longer refuse later.
                    Value(hold.Within, Direction.Lowers);
                    break;
                case HaltEffectModel halt:
                    Value(halt.For, Direction.Raises);
                    break;
                case DropEffectModel drop:
                    Condition(drop.Where, Direction.Raises);
                    break;
                default:
                    foreach (var expression in ExpressionTree.Expressions(effect))
                        Unknown(expression);
                    break;
            }
        }
    }

    /// <summary>A condition whose truth has that effect.</summary>
    public void Condition(Expression condition, Direction direction)
    {
        switch (condition)
        {
            case NamedExpression named:
                Condition(named.Body, direction);
                break;
            case NotExpression not:
                Condition(not.Operand, Turn(direction));
                break;
            case LimitPassedExpression passed:
                foreach (var draw in model.Limits[passed.Limit].Draws)
                    Limit(draw, direction);
                break;
            case LogicalExpression logical:
                Condition(logical.Left, direction);
                Condition(logical.Right, direction);
                break;
            case QuantifierExpression { Kind: not QuantifierKind.Count } quantifier:
                Unknown(quantifier.List);
                Condition(quantifier.Body, direction);
                break;
            case CompareExpression { Operator: CompareOperator.Greater or CompareOperator.GreaterOrEqual } greater:
                Value(greater.Left, direction);
                Value(greater.Right, Turn(direction));
                break;
            case CompareExpression { Operator: CompareOperator.Less or CompareOperator.LessOrEqual } less:
                Value(less.Left, Turn(direction));
                Value(less.Right, direction);
                break;
            case CoalesceExpression coalesce:
                Condition(coalesce.Optional, direction);
                Condition(coalesce.Default, direction);
                break;
            case PathExpression:
                read?.Invoke(condition, direction);
                break;
            // More weight finds more.
            case DetectorExpression { Question: DetectorQuestion.Found } asked:
                Detector(asked, direction);
                break;
            default:
                Unknown(condition);
                break;
        }
    }

    /// <summary>A value of which a greater one has that effect.</summary>
    public void Value(Expression value, Direction direction)
    {
        switch (value)
        {
            case ConstantExpression constant:
                found(constant, direction);
                break;
            case NamedExpression named:
                Value(named.Body, direction);
                break;
            case ConvertExpression convert:
                Value(convert.Operand, direction);
                break;
            case NegateExpression negate:
                Value(negate.Operand, Turn(direction));
                break;
            case CoalesceExpression coalesce:
                Value(coalesce.Optional, direction);
                Value(coalesce.Default, direction);
                break;
            case PathExpression path:
                read?.Invoke(path, direction);
                break;
            case TableExpression table:
                if (read?.Invoke(table, direction) != true)
                    Unknown(table.Key);
                foreach (var entry in table.Values.OfType<Expression>())
                    Value(entry, direction);
                break;
            case QuantifierExpression { Kind: QuantifierKind.Count } count:
                Unknown(count.List);
                Condition(count.Body, direction);
                break;
            case ArithmeticExpression arithmetic:
                Arithmetic(arithmetic, direction);
                break;
            case DetectorExpression asked:
                Detector(asked, direction);
                break;
            case AggregateExpression asked:
                read?.Invoke(asked, direction);
                foreach (var key in asked.Keys)
                    Unknown(key);
                Aggregate(asked.Aggregate, direction);
                break;
            default:
                Unknown(value);
                break;
        }
    }

    /// <summary>What is asked of the past, of which more has that effect.</summary>
    public void Aggregate(int number, Direction direction)
    {
        foreach (var source in model.Aggregates[number].Sources)
            Source(model.Aggregates[number].Kind, source, direction);
    }

    private void Detector(DetectorExpression asked, Direction direction)
    {
        read?.Invoke(asked, direction);
        foreach (var part in ExpressionTree.Children(asked))
            Unknown(part);
    }

    // The more there are to count, the greater the count; a sum only where nothing of it is negative. A mean rises with its values, and
    // with which of them count it may rise or fall; a deviation may do either with both.
    private void Source(AggregateKind kind, EventSourceModel source, Direction direction)
    {
        foreach (var key in source.Keys)
            Unknown(key);
        if (source.Value is not null)
            Value(source.Value, kind is AggregateKind.Sum or AggregateKind.Mean ? direction : Direction.Unknown);
        if (source.Where is null)
            return;
        var grows = !kind.IsOfAmounts() || (kind == AggregateKind.Sum && IsNotNegative(source.Value!));
        Condition(source.Where, grows ? direction : Direction.Unknown);
    }

    // A limit is passed the later the more it allows, and the sooner the more is drawn.
    private void Limit(LimitDrawModel draw, Direction direction)
    {
        if (draw.Where is not null)
            Condition(draw.Where, direction);
        foreach (var key in draw.Keys)
            Unknown(key);
        Value(draw.Value, Turn(direction));
        if (draw.Amount is not null)
            Value(draw.Amount, direction);
    }

    private void Arithmetic(ArithmeticExpression arithmetic, Direction direction)
    {
        switch (arithmetic.Kind)
        {
            case ArithmeticKind.IntAdd or ArithmeticKind.DecimalAdd or ArithmeticKind.MoneyAdd or ArithmeticKind.InstantAdd
                or ArithmeticKind.DateAdd or ArithmeticKind.DurationAdd or ArithmeticKind.SizeAdd:
                Value(arithmetic.Left, direction);
                Value(arithmetic.Right, direction);
                break;
            case ArithmeticKind.IntSubtract
            or ArithmeticKind.DecimalSubtract
            or ArithmeticKind.MoneySubtract
            or ArithmeticKind.InstantSubtract
            or ArithmeticKind.DateSubtract
            or ArithmeticKind.DurationSubtract
            or ArithmeticKind.InstantDifference
            or ArithmeticKind.DateDifference:
                Value(arithmetic.Left, direction);
                Value(arithmetic.Right, Turn(direction));
                break;
            // A product rises with its factor where the other is not negative.
            default:
                Value(arithmetic.Left, IsNotNegative(arithmetic.Right) ? direction : Direction.Unknown);
                Value(arithmetic.Right, IsNotNegative(arithmetic.Left) ? direction : Direction.Unknown);
                break;
        }
    }

    // Prices, times, sizes and shares that a host gives are taken for what they are; a plain number may be anything.
    private bool IsNotNegative(Expression factor) => factor switch
    {
        AggregateExpression asked => model.Aggregates[asked.Aggregate].Kind is not (AggregateKind.Sum or AggregateKind.Mean)
            || model.Aggregates[asked.Aggregate].Sources.All(source => IsNotNegative(source.Value!)),
        ConstantExpression { Value: long number } => number >= 0,
        ConstantExpression { Value: decimal number } => number >= 0,
        PathExpression or ItemExpression => factor.Shape is MoneyShape or DurationShape or SizeShape or ShareShape,
        CallExpression { Shape: IntShape or SizeShape } or QuantifierExpression { Kind: QuantifierKind.Count } => true,
        ArithmeticExpression
        {
            Kind: ArithmeticKind.IntAdd or ArithmeticKind.DecimalAdd or ArithmeticKind.MoneyAdd or ArithmeticKind.DurationAdd or ArithmeticKind.SizeAdd
                or ArithmeticKind.IntMultiply or ArithmeticKind.DecimalMultiply or ArithmeticKind.MoneyByInt or ArithmeticKind.MoneyByDecimal
                or ArithmeticKind.MoneyByShare or ArithmeticKind.ShareByInt or ArithmeticKind.DurationByInt or ArithmeticKind.SizeByInt,
        } joined => IsNotNegative(joined.Left) && IsNotNegative(joined.Right),
        ConvertExpression convert => IsNotNegative(convert.Operand),
        NamedExpression named => IsNotNegative(named.Body),
        _ => false,
    };

    private void Unknown(Expression expression)
    {
        foreach (var part in ExpressionTree.DescendantsAndSelf(expression))
        {
            switch (part)
            {
                case ConstantExpression constant:
                    found(constant, Direction.Unknown);
                    break;
                case PathExpression or DetectorExpression:
                    read?.Invoke(part, Direction.Unknown);
                    break;
                case AggregateExpression asked:
                    read?.Invoke(part, Direction.Unknown);
                    Aggregate(asked.Aggregate, Direction.Unknown);
                    break;
                case FollowsExpression follows:
                    Aggregate(follows.Aggregate, Direction.Unknown);
                    break;
            }
        }
    }

    private static Direction Turn(Direction direction) => (Direction)(-(int)direction);
}
