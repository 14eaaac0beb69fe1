using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Analysis.Costs;

/// <summary>
/// How many UTF-16 units a value holds at most, all its texts together. Facts are bounded as a whole, and so is what a rule works out.
/// </summary>
internal static class LongestText
{
    // A character outside of the first plane has two units, and a byte of UTF-8 never more than one.
    private const int UnitsOfScalar = 2;

    public static long Of(Expression value) => value switch
    {
        ConstantExpression { Value: string text } => text.Length,
        NamedExpression named => Of(named.Body),
        ConcatExpression concat => Math.Min(Of(concat.Left) + Of(concat.Right), FactLimits.MaxWorkedOut),
        CoalesceExpression coalesce => Math.Max(Of(coalesce.Optional), Of(coalesce.Default)),
        CallExpression { Shape: TextShape } => FactLimits.MaxWorkedOut,
        ListExpression list => list.Items.Sum(Of),
        _ => Of(value.Shape),
    };

    private static long Of(Shape shape) => shape switch
    {
        TextShape { MaxLength: { } most } => Math.Min((long)most * UnitsOfScalar, FactLimits.DefaultTextBytes),
        TextShape => FactLimits.DefaultTextBytes,
        ListShape list => Math.Min(Cost.Product(Of(list.Element), list.MaxItems), FactLimits.DefaultFactsBytes),
        // What an open record holds beside its members is looked through as well.
        RecordShape { Open: true } or AnyShape => FactLimits.DefaultFactsBytes,
        RecordShape record => Math.Min(record.Members.Sum(member => Of(member.Shape)), FactLimits.DefaultFactsBytes),
        RestrictedShape restricted => Of(restricted.Inner),
        _ => 0,
    };
}
