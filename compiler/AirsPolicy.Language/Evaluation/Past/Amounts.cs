using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Language.Evaluation.Past;

/// <summary>Values as they are added up over time, and sums as values.</summary>
internal static class Amounts
{
    /// <summary>The amount of a number, or null where it has more digits, or is greater, than a sum carries.</summary>
    public static Int128? Of(Value value) => value switch
    {
        DecimalValue number => SumAmount.TryOf(number.Number, out var amount) ? amount : null,
        _ => ((NumberValue)value).Number,
    };

    /// <summary>A sum as a value of a shape, or null where it is greater than one holds.</summary>
    public static Value? ToValue(Int128 amount, Shape shape)
    {
        if (shape is DecimalShape or MoneyShape)
            return SumAmount.TryToDecimal(amount, out var number) ? new DecimalValue(number) : null;
        return SumAmount.TryToLong(amount, out var whole) ? new NumberValue(whole) : null;
    }
}
