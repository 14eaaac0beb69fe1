using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Schemas;
using AirsPolicy.Runtime.Schemas.References;
using AirsPolicy.Runtime.Schemas.Values;

namespace AirsPolicy.Runtime.Facts.Json;

/// <summary>
/// Writes the JSON Schema of a value into the published schema of its facts, as a resource with an address of its own, so that its
/// references go on leading where they led. What a schema leaves to a type of the language (<c>x-airs</c>) it says nothing about, as where
/// facts are read.
/// </summary>
internal static class ConstraintSchema
{
    /// <summary>Writes it beside the shape, in the object that the caller has opened.</summary>
    public static void Write(Utf8JsonWriter json, SchemaConstraint constraint)
    {
        // No two places of a document are the same, and a document is the same every time.
        var address = string.Create(CultureInfo.InvariantCulture, $"{JsonSchema.NoAddress}{json.BytesCommitted + json.BytesPending}/");
        json.WriteStartArray("allOf");
        WriteResource(json, constraint.Schema, address);
        json.WriteEndArray();
        if (constraint.Documents.Count == 0)
            return;
        json.WriteStartObject("$defs");
        foreach (var document in constraint.Documents)
        {
            json.WritePropertyName(document.Uri);
            var own = document.Uri.StartsWith(JsonSchema.NoAddress, StringComparison.Ordinal)
                ? address + document.Uri[JsonSchema.NoAddress.Length..]
                : document.Uri;
            WriteResource(json, document.Schema, own);
        }
        json.WriteEndObject();
    }

    private static void WriteResource(Utf8JsonWriter json, string schema, string address)
    {
        // The compiler has read it before.
        JsonParser.Parse(Encoding.UTF8.GetBytes(schema), SchemaLimits.Default.MaxDepth, out var root);
        WriteSchema(json, root!, root!["$id"] is null ? address : null);
    }

    private static void WriteSchema(Utf8JsonWriter json, JsonValue schema, string? address)
    {
        if (schema.Kind != JsonKind.Record)
        {
            WriteValue(json, schema, []);
            return;
        }
        json.WriteStartObject();
        if (address is not null)
            json.WriteString("$id", address);
        if (schema[SchemaConstraint.TypeKeyword] is { } type)
        {
            json.WritePropertyName(SchemaConstraint.TypeKeyword);
            WriteValue(json, type, []);
        }
        else
        {
            var inner = Subschemas.Of(schema, "").Select(child => child.Schema).ToHashSet<JsonValue>(ReferenceEqualityComparer.Instance);
            WriteMembers(json, schema, inner);
        }
        json.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter json, JsonValue record, HashSet<JsonValue> schemas)
    {
        foreach (var (name, value) in record.Names.Zip(record.Items))
        {
            json.WritePropertyName(name);
            WriteValue(json, value, schemas);
        }
    }

    // As deep as the schema, which has been bounded when it was read.
    private static void WriteValue(Utf8JsonWriter json, JsonValue value, HashSet<JsonValue> schemas)
    {
        if (schemas.Contains(value))
        {
            WriteSchema(json, value, null);
            return;
        }
        switch (value.Kind)
        {
            case JsonKind.Null:
                json.WriteNullValue();
                break;
            case JsonKind.Boolean:
                json.WriteBooleanValue(value.IsTrue);
                break;
            case JsonKind.Number:
                json.WriteRawValue(TextOf(value.Number));
                break;
            case JsonKind.Text:
                json.WriteStringValue(value.Text);
                break;
            case JsonKind.List:
                json.WriteStartArray();
                foreach (var item in value.Items)
                    WriteValue(json, item, schemas);
                json.WriteEndArray();
                break;
            default:
                json.WriteStartObject();
                WriteMembers(json, value, schemas);
                json.WriteEndObject();
                break;
        }
    }

    // Short numbers as people write them.
    private static string TextOf(JsonNumber number)
    {
        var digits = BigInteger.Abs(number.Coefficient).ToString(CultureInfo.InvariantCulture);
        var sign = number.Coefficient.Sign < 0 ? "-" : "";
        if (number.Exponent is >= 0 and <= 20)
            return sign + digits + new string('0', number.Exponent);
        if (number.Exponent is < -20 or > 20)
            return string.Create(CultureInfo.InvariantCulture, $"{sign}{digits}e{number.Exponent}");
        var padded = digits.PadLeft(1 - number.Exponent, '0');
        return $"{sign}{padded[..^-number.Exponent]}.{padded[^-number.Exponent..]}";
    }
}
