using AirsPolicy.Compiler.Planning.Nodes;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Compiler.Planning.Expressions;

/// <summary>What kind of value a shape is in emitted code.</summary>
internal static class ValueKinds
{
    /// <summary>The shape without the values it is restricted to.</summary>
    public static Shape Bare(Shape shape) => shape is RestrictedShape restricted ? Bare(restricted.Inner) : shape;

    /// <summary>The type of a value of the shape.</summary>
    public static PlanType TypeOf(Shape shape) => Bare(shape) switch
    {
        BoolShape => PlanType.Bool,
        DecimalShape or MoneyShape => PlanType.Decimal,
        _ => PlanType.Long,
    };

    /// <summary>Whether the value is a text.</summary>
    public static bool IsText(Shape shape) => Bare(shape) is TextShape;

    /// <summary>The shape of a list's items, or null where the shape is none.</summary>
    public static Shape? ElementOf(Shape shape) => Bare(shape) is ListShape list ? Bare(list.Element) : null;
}
