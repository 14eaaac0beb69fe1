using System.Text.Json;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Runtime.Facts.Json;

/// <summary>Writes shapes as JSON Schema, in an object that the caller has opened.</summary>
internal static class ShapeSchema
{
    private const string Digits = @"[0-9]+(_[0-9]+)*(\.[0-9]+(_[0-9]+)*)?";
    private const string Duration = $"^({Digits}y)?({Digits}d)?({Digits}h)?({Digits}m)?({Digits}s)?({Digits}ms)?$";
    private const string Size = $"^{Digits}([KMGT]i?)?B$";
    private const string Number = @"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$";

    /// <summary>A member of a record: its value, or null, which is absence.</summary>
    public static void WriteOptional(Utf8JsonWriter json, Shape shape)
    {
        if (shape is AnyShape { Constraint: null })
        {
            Write(json, shape);
            return;
        }
        WriteBranches(json, "anyOf", j => Write(j, shape), j => j.WriteString("type", "null"));
    }

    /// <summary>A value: its shape, and the JSON Schema that it has to fit beside it.</summary>
    public static void Write(Utf8JsonWriter json, Shape shape)
    {
        WriteShape(json, shape);
        if (shape.Constraint is { Carried: false } constraint)
            ConstraintSchema.Write(json, constraint);
    }

    private static void WriteShape(Utf8JsonWriter json, Shape shape)
    {
        switch (shape)
        {
            case BoolShape:
                Name(json, "bool", "boolean");
                break;
            case IntShape i:
                Name(json, "int", "integer");
                json.WriteNumber("minimum", i.Minimum);
                json.WriteNumber("maximum", i.Maximum);
                break;
            case DecimalShape d:
                Name(json, "decimal", "number");
                WriteBound(json, d.MinimumExcluded ? "exclusiveMinimum" : "minimum", d.Minimum);
                WriteBound(json, d.MaximumExcluded ? "exclusiveMaximum" : "maximum", d.Maximum);
                break;
            case ShareShape:
                Name(json, "share", "number");
                json.WriteNumber("minimum", 0);
                json.WriteNumber("maximum", 1);
                json.WriteNumber("multipleOf", 0.000001m);
                break;
            case MoneyShape m:
                json.WriteString("x-airs", "money " + m.Currency);
                WriteBranches(json, "oneOf", j => j.WriteString("type", "number"), j => WriteWritten(j, Number), j => WriteAmount(j, m.Currency));
                break;
            case DurationShape:
                json.WriteString("x-airs", "duration");
                WriteBranches(json, "oneOf", j => WriteCount(j, long.MaxValue / (decimal)TimeSpan.TicksPerSecond, 0.0000001m), j => WriteWritten(j, Duration));
                break;
            case SizeShape:
                json.WriteString("x-airs", "size");
                WriteBranches(json, "oneOf", j => WriteCount(j, long.MaxValue, 1), j => WriteWritten(j, Size));
                break;
            case InstantShape:
                Name(json, "instant", "string");
                json.WriteString("format", "date-time");
                break;
            case DateShape:
                Name(json, "date", "string");
                json.WriteString("format", "date");
                break;
            case TextShape t:
                Name(json, "text", "string");
                WriteText(json, t);
                break;
            case EnumShape e:
                json.WriteString("x-airs", e.Rising ? "rising" : "one of");
                json.WriteStartArray("enum");
                foreach (var name in e.Names)
                    json.WriteStringValue(name);
                json.WriteEndArray();
                break;
            case ListShape l:
                json.WriteString("type", "array");
                json.WriteNumber("minItems", l.MinItems);
                json.WriteNumber("maxItems", l.MaxItems);
                json.WriteStartObject("items");
                Write(json, l.Element);
                json.WriteEndObject();
                break;
            case RecordShape r:
                WriteRecord(json, r);
                break;
            case RestrictedShape r:
                Write(json, r.Inner);
                json.WriteStartArray("enum");
                foreach (var value in r.Values)
                    json.WriteRawValue(value);
                json.WriteEndArray();
                break;
            case AnyShape:
                json.WriteString("x-airs", "any");
                break;
        }
    }

    private static void WriteRecord(Utf8JsonWriter json, RecordShape record)
    {
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach (var member in record.Members)
        {
            json.WriteStartObject(member.WireName);
            // A strict record has a missing member where others have null.
            if (record.Strict)
                Write(json, member.Shape);
            else
                WriteOptional(json, member.Shape);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteBoolean("additionalProperties", record.Open);
        if (!record.Strict || record.Members.All(member => member.Optional))
            return;
        json.WriteStartArray("required");
        foreach (var member in record.Members.Where(member => !member.Optional))
            json.WriteStringValue(member.WireName);
        json.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter json, TextShape text)
    {
        if (text.MinLength > 0)
            json.WriteNumber("minLength", text.MinLength);
        if (text.MaxLength is { } most)
            json.WriteNumber("maxLength", most);
        if (text.Pattern is { } pattern)
            json.WriteString("pattern", pattern);
    }

    private static void WriteAmount(Utf8JsonWriter json, string currency)
    {
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        json.WriteStartObject("amount");
        WriteBranches(json, "oneOf", j => j.WriteString("type", "number"), j => WriteWritten(j, Number));
        json.WriteEndObject();
        json.WriteStartObject("currency");
        json.WriteString("const", currency);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("required");
        json.WriteStringValue("amount");
        json.WriteStringValue("currency");
        json.WriteEndArray();
        json.WriteBoolean("additionalProperties", false);
    }

    private static void WriteWritten(Utf8JsonWriter json, string pattern)
    {
        json.WriteString("type", "string");
        json.WriteNumber("minLength", 1);
        json.WriteString("pattern", pattern);
    }

    private static void WriteCount(Utf8JsonWriter json, decimal most, decimal step)
    {
        json.WriteString("type", "number");
        json.WriteNumber("minimum", 0);
        json.WriteNumber("maximum", most);
        json.WriteNumber("multipleOf", step);
    }

    private static void Name(Utf8JsonWriter json, string airs, string type)
    {
        json.WriteString("type", type);
        json.WriteString("x-airs", airs);
    }

    private static void WriteBound(Utf8JsonWriter json, string keyword, decimal? bound)
    {
        if (bound is { } value)
            json.WriteNumber(keyword, value);
    }

    private static void WriteBranches(Utf8JsonWriter json, string keyword, params ReadOnlySpan<Action<Utf8JsonWriter>> branches)
    {
        json.WriteStartArray(keyword);
        foreach (var branch in branches)
        {
            json.WriteStartObject();
            branch(json);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
