using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Tests;

/// <summary>
/// What the name of a field of a record leads to: a bare name is the member's own, one in quotes is that on the wire (<c>"order-id":
/// "o1"</c>).
/// </summary>
internal static class FieldName
{
    public static string Of(RecordFieldSyntax field) => OnWire(field) ?? field.Name.Text;

    public static ShapeMember? Find(RecordShape shape, RecordFieldSyntax field) =>
        OnWire(field) is { } wireName ? shape.Members.FirstOrDefault(member => member.WireName == wireName) : shape.Find(field.Name.Text);

    /// <summary>The names that could stand in its place, as they are written.</summary>
    public static IEnumerable<string> Known(RecordShape shape, RecordFieldSyntax field) =>
        shape.Members.Select(member => OnWire(field) is null ? member.Name : $"\"{member.WireName}\"");

    private static string? OnWire(RecordFieldSyntax field) => (field.Name.Literal as TextLiteral)?.Value;
}
