using AirsPolicy.Collections;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Schemas;

/// <summary>
/// What is known of a value that fits two shapes, or one of two. Where they do not agree it is known only that it is a value, which then
/// goes whole. Bounds are not joined: the schema itself is asked about them.
/// </summary>
internal static class ShapeJoin
{
    /// <summary>The value fits both.</summary>
    public static Shape Both(Shape left, Shape right) =>
        (left, right) switch
        {
            (AnyShape, _) => right,
            (_, AnyShape) => left,
            (RecordShape a, RecordShape b) => Both(a, b),
            (ListShape a, ListShape b) => new ListShape(
                Both(a.Element, b.Element),
                Math.Max(a.MinItems, b.MinItems),
                Math.Min(a.MaxItems, b.MaxItems)),
            (DecimalShape, IntShape) => right,
            (IntShape, DecimalShape) => left,
            (TextShape, EnumShape) => right,
            (EnumShape, TextShape) => left,
            (RestrictedShape a, _) when Both(a.Inner, right) is not AnyShape => left,
            (_, RestrictedShape b) when Both(left, b.Inner) is not AnyShape => right,
            _ when left == right || left.GetType() == right.GetType() && left is not MoneyShape => left,
            _ => AnyShape.Instance,
        };

    /// <summary>The value fits one of them.</summary>
    public static Shape Either(Shape left, Shape right) =>
        (left, right) switch
        {
            _ when left == right => left,
            (RestrictedShape a, _) => Either(a.Inner, right),
            (_, RestrictedShape b) => Either(left, b.Inner),
            (RecordShape a, RecordShape b) => Either(a, b),
            (ListShape a, ListShape b) => new ListShape(
                Either(a.Element, b.Element),
                Math.Min(a.MinItems, b.MinItems),
                Math.Max(a.MaxItems, b.MaxItems)),
            (IntShape, IntShape) => IntShape.Instance,
            (IntShape or DecimalShape, IntShape or DecimalShape) => DecimalShape.Instance,
            (EnumShape a, EnumShape b) => new EnumShape(
                a.Names.Concat(b.Names).Distinct(StringComparer.Ordinal).ToValueList(),
                Rising: false),
            (TextShape or EnumShape, TextShape or EnumShape) => TextShape.Instance,
            _ => AnyShape.Instance,
        };

    private static RecordShape Both(RecordShape a, RecordShape b)
    {
        var members = a.Members.Select(left => b.Find(left.Name) is { } right
            ? left with { Shape = Both(left.Shape, right.Shape), Optional = left.Optional && right.Optional }
            : left);
        return new RecordShape(members.Concat(b.Members.Where(right => a.Find(right.Name) is null)).ToValueList(), a.Open && b.Open);
    }

    private static RecordShape Either(RecordShape a, RecordShape b)
    {
        var members = a.Members.Select(left =>
            b.Find(left.Name) is { } right
                ? left with
                {
                    Shape = Either(left.Shape, right.Shape),
                    Optional = left.Optional || right.Optional,
                }
                : left with
                {
                    Optional = true,
                }
        );
        return new RecordShape(
            members
                .Concat(b.Members.Where(right => a.Find(right.Name) is null).Select(right => right with { Optional = true }))
                .ToValueList(),
            a.Open || b.Open);
    }
}
