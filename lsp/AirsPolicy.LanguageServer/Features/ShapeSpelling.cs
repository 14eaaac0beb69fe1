using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.LanguageServer.Features;

/// <summary>Types as the language writes them.</summary>
internal static class ShapeSpelling
{
    public static string Of(Shape shape) => shape switch
    {
        BoolShape => "bool",
        IntShape => "int",
        DecimalShape => "decimal",
        ShareShape => "share",
        MoneyShape money => "money " + money.Currency,
        DurationShape => "duration",
        InstantShape => "instant",
        DateShape => "date",
        SizeShape => "size",
        TextShape => "text",
        EnumShape names => (names.Rising ? "rising [" : "one of [") + string.Join(", ", names.Names) + "]",
        ListShape list => "[" + Of(list.Element) + "]",
        RecordShape record => "{ " + string.Join(", ", record.Members.Select(member => $"{member.Name}: {Of(member.Shape)}{(member.Optional ? "?" : "")}")) + " }",
        RestrictedShape restricted => Of(restricted.Inner),
        _ => "any",
    };
}
