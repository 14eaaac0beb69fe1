using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Programs.Tables;
using AirsPolicy.Runtime.State;

namespace AirsPolicy.Compiler.Planning.Past;

/// <summary>
/// Which counts have to be how high for a condition to hold, so that it need not be asked while all are lower. Only where nothing else of
/// the condition is evaluated then, which might fail.
/// </summary>
internal static class LeastCounts
{
    /// <summary>
    /// The counts, of which one has to be so high, with the slots of the facts that they are of; none where that is not told.
    /// </summary>
    public static (ValueList<LeastCount> Counts, ValueList<int> Keys) Of(PolicyModel model, PointLayout layout, Expression condition)
    {
        var counts = new List<LeastCount>();
        var keys = new SortedSet<int>();
        return Collect(model, layout, condition, counts, keys) ? ([.. counts], [.. keys]) : ([], []);
    }

    private static bool Collect(PolicyModel model, PointLayout layout, Expression condition, List<LeastCount> counts, SortedSet<int> keys) => condition switch
    {
        NamedExpression named => Collect(model, layout, named.Body, counts, keys),
        // What is right of an 'and' is not evaluated where the left does not hold.
        LogicalExpression { Operator: LogicalOperator.And } and => Collect(model, layout, and.Left, counts, keys),
        LogicalExpression or => Collect(model, layout, or.Left, counts, keys) && Collect(model, layout, or.Right, counts, keys),
        CompareExpression { Right: ConstantExpression { Value: long bound } } compare when Unnamed(compare.Left) is AggregateExpression asked => compare.Operator switch
        {
            CompareOperator.GreaterOrEqual => Add(model, layout, asked, bound, counts, keys),
            CompareOperator.Greater when bound < long.MaxValue => Add(model, layout, asked, bound + 1, counts, keys),
            _ => false,
        },
        _ => false,
    };

    private static bool Add(
        PolicyModel model,
        PointLayout layout,
        AggregateExpression asked,
        long least,
        List<LeastCount> counts,
        SortedSet<int> keys)
    {
        if (least < 1 || model.Aggregates[asked.Aggregate].Kind is not (AggregateKind.Count or AggregateKind.Distinct))
            return false;
        foreach (var key in asked.Keys)
        {
            // What a tool takes lies elsewhere for each.
            if (Unnamed(key) is not PathExpression path || SlotLayout.Find(layout.Facts, path.Path.AsSpan()) is not { } found)
                return false;
            keys.Add(found.Offset);
        }
        counts.Add(new LeastCount(asked.Aggregate, least));
        return true;
    }

    private static Expression Unnamed(Expression expression) => expression is NamedExpression named ? Unnamed(named.Body) : expression;
}
