using System.Globalization;
using AirsPolicy.Language.Semantics.Types;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Cli.Reports;

/// <summary>The type of a fact with its bounds and units, as a host writes it.</summary>
internal static class TypeWords
{
    public static string Of(Shape shape) =>
        shape switch
        {
            IntShape i =>
                $"int{Bounds(i.Minimum == long.MinValue ? null : Text(i.Minimum), i.Maximum == long.MaxValue ? null : Text(i.Maximum))}",
            DecimalShape d =>
                $"decimal{Bounds(d.Minimum is { } least ? DecimalText.Format(least) : null, d.Maximum is { } most ? DecimalText.Format(most) : null)}",
            ShareShape => "share, 0 to 1",
            DurationShape => "duration, seconds or \"1h30m\"",
            SizeShape => "size, bytes or \"64KiB\"",
            InstantShape => "instant, RFC 3339",
            DateShape => "date, RFC 3339",
            TextShape t =>
                $"text{Bounds(t.MinLength == 0 ? null : Text(t.MinLength), t.MaxLength is { } most ? Text(most) : null, " characters")}{(t.Pattern is null ? "" : $", /{t.Pattern}/")}",
            ListShape list =>
                $"list of {(Innermost(list.Element) is RecordShape ? "records" : Of(list.Element))}{Bounds(list.MinItems == 0 ? null : Text(list.MinItems), list.MaxItems == ListShape.Cap ? null : Text(list.MaxItems), " items")}",
            RecordShape => "record",
            RestrictedShape restricted => $"{Of(restricted.Inner)}, one of {string.Join(", ", restricted.Values)}",
            EnumShape { Name: "tool" } => "a declared tool",
            EnumShape names => $"{(names.Rising ? "rising" : "one of")} {string.Join(", ", names.Names)}",
            _ => ShapeText.Of(shape),
        } + (shape.Constraint is null ? "" : ", with a JSON Schema");

    private static Shape Innermost(Shape shape) => shape is RestrictedShape restricted ? Innermost(restricted.Inner) : shape;

    private static string Bounds(string? least, string? most, string unit = "") => (least, most) switch
    {
        (null, null) => "",
        (null, _) => $", at most {most}{unit}",
        (_, null) => $", at least {least}{unit}",
        _ => $", {least} to {most}{unit}",
    };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
