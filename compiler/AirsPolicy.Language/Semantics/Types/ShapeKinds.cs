using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Types;

/// <summary>Which shapes are of one type. Bounds belong to the reading of facts and play no part in expressions.</summary>
internal static class ShapeKinds
{
    /// <summary>The shape without bounds, as an expression sees it.</summary>
    public static Shape Plain(Shape shape) => shape switch
    {
        IntShape => IntShape.Instance,
        DecimalShape => DecimalShape.Instance,
        TextShape => TextShape.Instance,
        RestrictedShape restricted => Plain(restricted.Inner),
        ListShape list => IsPlain(list) ? list : new ListShape(Plain(list.Element)),
        _ => shape,
    };

    private static bool IsPlain(ListShape list) =>
        list is { MinItems: 0, MaxItems: ListShape.Cap } && ReferenceEquals(Plain(list.Element), list.Element);

    /// <summary>Whether two shapes are one type.</summary>
    public static bool Same(Shape left, Shape right) => ReferenceEquals(left, right) || (Plain(left), Plain(right)) switch
    {
        (EnumShape a, EnumShape b) => a.Rising == b.Rising && a.Names == b.Names && (a.Name ?? b.Name) == (b.Name ?? a.Name),
        (ListShape a, ListShape b) => Same(a.Element, b.Element),
        (RecordShape a, RecordShape b) => a == b,
        var (a, b) => a == b,
    };

    /// <summary>Whether values of the shape have an order.</summary>
    public static bool IsOrdered(Shape shape) => Plain(shape) switch
    {
        IntShape or DecimalShape or ShareShape or MoneyShape or DurationShape or InstantShape or DateShape or SizeShape => true,
        EnumShape e => e.Rising,
        _ => false,
    };

    /// <summary>Whether values of the shape can be told equal.</summary>
    public static bool IsEquatable(Shape shape) => Plain(shape) switch
    {
        RecordShape or AnyShape => false,
        ListShape list => IsEquatable(list.Element) && list.Element is not ListShape,
        _ => true,
    };
}
