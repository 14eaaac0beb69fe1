using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Expressions;

/// <summary>
/// What stands behind <c>where</c> of a question about the past, taken apart at its <c>and</c>s: what speaks of the event alone decides
/// whether it counts; what says that something of the event is something of the present becomes part of the key.
/// </summary>
/// <param name="variable">The name of the event, or null where it has none. What is read of it begins with this name.</param>
/// <param name="items">How many items are open around the question; those are of the present.</param>
internal sealed class EventCondition(string? variable, int items)
{
    private readonly List<(Expression OfEvent, Expression OfPresent)> _pairs = [];
    private readonly ExpressionRewriter _ofEvent = new(expression => expression switch
    {
        PathExpression path when path.Path[0] == variable => path with { Path = [.. path.Path.Skip(1)] },
        ItemExpression item => item with { Variable = item.Variable - items },
        QuantifierExpression quantifier => quantifier with { Variable = quantifier.Variable - items },
        _ => expression,
    });

    /// <summary>What the event alone decides, or null; its facts by their own names.</summary>
    public Expression? Where { get; private set; }

    /// <summary>What has to be equal, the side of the event by its own names.</summary>
    public IReadOnlyList<(Expression OfEvent, Expression OfPresent)> Pairs => _pairs;

    /// <summary>Adds a condition; gives the part that is neither of the two, or null.</summary>
    public Expression? Add(Expression condition)
    {
        // A long chain leans to the left: taken apart without recursion.
        var pending = new Stack<Expression>();
        pending.Push(condition);
        while (pending.TryPop(out var part))
        {
            switch (part)
            {
                case LogicalExpression { Operator: LogicalOperator.And } and:
                    pending.Push(and.Right);
                    pending.Push(and.Left);
                    break;
                case NamedExpression
                {
                    Body: NamedExpression or LogicalExpression { Operator: LogicalOperator.And } or CompareExpression
                } named when ReadsPresent(part):
                    pending.Push(named.Body);
                    break;
                default:
                    if (!AddPart(part))
                        return part;
                    break;
            }
        }
        return null;
    }

    /// <summary>Whether something of the event is read.</summary>
    public bool ReadsEvent(Expression expression) =>
        ExpressionTree
            .DescendantsAndSelf(expression)
            .Any(part => part is EventOutcomeExpression || (part is PathExpression path && path.Path[0] == variable));

    /// <summary>Whether something is read that is not the event's.</summary>
    public bool ReadsPresent(Expression expression) => ExpressionTree.DescendantsAndSelf(expression).Any(part => part switch
    {
        PathExpression path => path.Path[0] != variable,
        ItemExpression item => item.Variable < items,
        _ => false,
    });

    /// <summary>An expression that speaks of the event alone, by the event's own names.</summary>
    public Expression OfEvent(Expression expression) => _ofEvent.Of(expression);

    private bool AddPart(Expression part)
    {
        if (!ReadsPresent(part))
        {
            if (!ReadsEvent(part))
                return false;
            var alone = OfEvent(part);
            Where = Where is null ? alone : new LogicalExpression(LogicalOperator.And, Where, alone, part.Place);
            return true;
        }
        if (part is not CompareExpression { Operator: CompareOperator.Equal } equal)
            return false;
        if (IsAlone(equal.Left) && !ReadsEvent(equal.Right))
            _pairs.Add((OfEvent(equal.Left), equal.Right));
        else if (IsAlone(equal.Right) && !ReadsEvent(equal.Left))
            _pairs.Add((OfEvent(equal.Right), equal.Left));
        else
            return false;
        return true;
    }

    private bool IsAlone(Expression expression) => ReadsEvent(expression) && !ReadsPresent(expression);

    /// <summary>Whether values of the shape are keys.</summary>
    public static bool IsKey(Shape shape) =>
        Types.ShapeKinds.Plain(shape)
            is TextShape
                or IntShape
                or BoolShape
                or EnumShape
                or DecimalShape
                or MoneyShape
                or ShareShape
                or DurationShape
                or InstantShape
                or DateShape
                or SizeShape;

    /// <summary>Whether values of the shape are added up over time.</summary>
    public static bool IsAmount(Shape shape) =>
        Types.ShapeKinds.Plain(shape) is IntShape or DecimalShape or MoneyShape or DurationShape or SizeShape;
}
