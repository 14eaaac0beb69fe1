using System.Diagnostics;
using System.Text.Json;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Runtime.Programs.Tables.Json;

/// <summary>Shapes as JSON: an object with the kind and what differs from the kind's own default.</summary>
internal static class ShapeJson
{
    public static void Write(Utf8JsonWriter writer, Shape shape)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", KindOf(shape));
        switch (shape)
        {
            case IntShape number:
                writer.Optional("minimum", number.Minimum == long.MinValue ? null : (long?)number.Minimum);
                writer.Optional("maximum", number.Maximum == long.MaxValue ? null : (long?)number.Maximum);
                break;
            case DecimalShape number:
                writer.Optional("minimum", number.Minimum);
                writer.Optional("maximum", number.Maximum);
                writer.Flag("minimumExcluded", number.MinimumExcluded);
                writer.Flag("maximumExcluded", number.MaximumExcluded);
                break;
            case MoneyShape money:
                writer.WriteString("currency", money.Currency);
                break;
            case TextShape text:
                writer.Optional("minLength", text.MinLength == 0 ? null : (long?)text.MinLength);
                writer.Optional("maxLength", (long?)text.MaxLength);
                writer.Optional("pattern", text.Pattern);
                break;
            case EnumShape names:
                writer.Texts("names", names.Names);
                writer.Flag("rising", names.Rising);
                writer.Optional("name", names.Name);
                break;
            case ListShape list:
                writer.WritePropertyName("element");
                Write(writer, list.Element);
                writer.WriteNumber("minItems", list.MinItems);
                writer.WriteNumber("maxItems", list.MaxItems);
                break;
            case RecordShape record:
                writer.List("members", record.Members, member => Write(writer, member));
                writer.Flag("open", record.Open);
                writer.Flag("strict", record.Strict);
                break;
            case RestrictedShape restricted:
                writer.WritePropertyName("inner");
                Write(writer, restricted.Inner);
                writer.Texts("values", restricted.Values);
                break;
        }
        if (shape.Constraint is { } constraint)
        {
            writer.WriteStartObject("constraint");
            writer.WriteString("schema", constraint.Schema);
            if (constraint.Documents.Count > 0)
                writer.List("documents", constraint.Documents, document => Write(writer, document));
            writer.Flag("carried", constraint.Carried);
            writer.Flag("assertFormats", constraint.AssertFormats);
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    }

    public static Shape Read(JsonElement json)
    {
        var shape = ReadKind(json);
        return json.TryGetProperty("constraint", out var constraint) ? shape with { Constraint = ReadConstraint(constraint) } : shape;
    }

    private static SchemaConstraint ReadConstraint(JsonElement json) =>
        new(
            json.Text("schema"),
            json.TryGetProperty("documents", out _) ? json.List("documents", ReadDocument) : [],
            json.Flag("carried"),
            json.Flag("assertFormats"));

    private static SchemaText ReadDocument(JsonElement json) => new(json.Text("uri"), json.Text("schema"));

    private static void Write(Utf8JsonWriter writer, SchemaText document)
    {
        writer.WriteStartObject();
        writer.WriteString("uri", document.Uri);
        writer.WriteString("schema", document.Schema);
        writer.WriteEndObject();
    }

    private static Shape ReadKind(JsonElement json) => json.Text("kind") switch
    {
        "bool" => BoolShape.Instance,
        "int" => new IntShape(json.OptionalLong("minimum") ?? long.MinValue, json.OptionalLong("maximum") ?? long.MaxValue),
        "decimal" => new DecimalShape(
            json.OptionalDecimal("minimum"), json.OptionalDecimal("maximum"), json.Flag("minimumExcluded"), json.Flag("maximumExcluded")),
        "share" => ShareShape.Instance,
        "money" => new MoneyShape(json.Text("currency")),
        "duration" => DurationShape.Instance,
        "instant" => InstantShape.Instance,
        "date" => DateShape.Instance,
        "size" => SizeShape.Instance,
        "text" => new TextShape(json.OptionalInt("minLength") ?? 0, json.OptionalInt("maxLength"), json.OptionalText("pattern")),
        "enum" => new EnumShape(json.Texts("names"), json.Flag("rising"), json.OptionalText("name")),
        "list" => new ListShape(Read(json.GetProperty("element")), json.Int("minItems"), json.Int("maxItems")),
        "record" => ReadRecord(json),
        "any" => AnyShape.Instance,
        "restricted" => new RestrictedShape(Read(json.GetProperty("inner")), json.Texts("values")),
        var kind => throw new InvalidDataException($"There is no shape '{kind}'."),
    };

    public static RecordShape ReadRecord(JsonElement json) => new(json.List("members", ReadMember), json.Flag("open"), json.Flag("strict"));

    private static void Write(Utf8JsonWriter writer, ShapeMember member)
    {
        writer.WriteStartObject();
        writer.WriteString("name", member.Name);
        writer.Optional("wireName", member.WireName == member.Name ? null : member.WireName);
        writer.WritePropertyName("shape");
        Write(writer, member.Shape);
        writer.Flag("optional", member.Optional);
        writer.WriteEndObject();
    }

    private static ShapeMember ReadMember(JsonElement json) => new(
        json.Text("name"), json.OptionalText("wireName") ?? json.Text("name"), Read(json.GetProperty("shape")), json.Flag("optional"));

    private static string KindOf(Shape shape) => shape switch
    {
        BoolShape => "bool",
        IntShape => "int",
        DecimalShape => "decimal",
        ShareShape => "share",
        MoneyShape => "money",
        DurationShape => "duration",
        InstantShape => "instant",
        DateShape => "date",
        SizeShape => "size",
        TextShape => "text",
        EnumShape => "enum",
        ListShape => "list",
        RecordShape => "record",
        AnyShape => "any",
        RestrictedShape => "restricted",
        _ => throw new UnreachableException($"The shape {shape.GetType().Name} has no JSON."),
    };
}
