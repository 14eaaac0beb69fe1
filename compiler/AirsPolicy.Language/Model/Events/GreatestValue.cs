using AirsPolicy.Language.Model.Expressions;

namespace AirsPolicy.Language.Model.Events;

/// <summary>The greatest number that an expression can come to, as far as that is known without facts.</summary>
internal static class GreatestValue
{
    /// <summary>The number, as in a slot, or null where it hangs on facts.</summary>
    public static decimal? Of(Expression value) =>
        value switch
        {
            ConstantExpression { Value: long number } => number,
            ConstantExpression { Value: decimal number } => number,
            NamedExpression named => Of(named.Body),
            TableExpression { Key: ConstantExpression { Value: long key } } table => table.Values[(int)key] is { } entry ? Of(entry) : null,
            TableExpression table when table.Values.OfType<Expression>().Select(Of).ToList() is var entries && !entries.Contains(null) =>
                entries.Max(),
            CoalesceExpression coalesce when Of(coalesce.Optional) is { } one && Of(coalesce.Default) is { } other => Math.Max(one, other),
            _ => null,
        };
}
