using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Types;

/// <summary>Writes shapes as the language does, for messages and hover.</summary>
internal static class ShapeText
{
    /// <summary>The type as it would be written: <c>[text]</c>, <c>money GBP</c>, <c>one of [a, b]</c>.</summary>
    public static string Of(Shape shape) => shape switch
    {
        BoolShape => "bool",
        IntShape => "int",
        DecimalShape => "decimal",
        ShareShape => "share",
        MoneyShape money => $"money {money.Currency}",
        DurationShape => "duration",
        InstantShape => "instant",
        DateShape => "date",
        SizeShape => "size",
        TextShape => "text",
        EnumShape { Name: "tool" } => "tool",
        EnumShape e => $"{(e.Rising ? "rising" : "one of")} [{string.Join(", ", e.Names)}]",
        ListShape list => $"[{Of(list.Element)}]",
        RecordShape record => $"{{ {string.Join(", ", record.Members.Select(m => $"{m.Name}: {Of(m.Shape)}{(m.Optional ? "?" : "")}"))} }}",
        RestrictedShape restricted => Of(restricted.Inner),
        AnyShape => "any value",
        _ => shape.GetType().Name,
    };

    /// <summary>The type with its article, for sentences: "an int", "the enum [a, b]".</summary>
    public static string WithArticle(Shape shape) => shape switch
    {
        BoolShape => "true or false",
        IntShape => "a whole number",
        DecimalShape => "a decimal number",
        ShareShape => "a share",
        MoneyShape money => $"an amount in {money.Currency}",
        DurationShape => "a length of time",
        InstantShape => "a point in time",
        DateShape => "a date",
        SizeShape => "a size",
        TextShape => "a text",
        EnumShape { Name: "tool" } => "a tool",
        EnumShape e => $"one of [{string.Join(", ", e.Names)}]",
        ListShape list => $"a list of {Of(list.Element)}",
        RecordShape => "a record",
        RestrictedShape restricted => WithArticle(restricted.Inner),
        _ => "a value that can only be given whole to detectors, 'size' and 'digest'",
    };
}
