using System.Text.Json;
using AirsPolicy.Collections;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Runtime.Facts.Json;

/// <summary>Writes shapes as JSON Schema, in an object that the caller has opened.</summary>
internal static class ShapeSchema
{
    private const string Digits = @"[0-9]+(_[0-9]+)*(\.[0-9]+(_[0-9]+)*)?";
    private const string Duration = $"^({Digits}y)?({Digits}d)?({Digits}h)?({Digits}m)?({Digits}s)?({Digits}ms)?$";
    private const string Size = $"^{Digits}([KMGT]i?)?B$";
    private const string Number = @"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$";

    /// <summary>What is said of a member, or null.</summary>
    public static FactNote? NoteOf(ShapeMember member, ValueList<FactNote> notes) =>
        notes.FirstOrDefault(note => string.Equals(note.Name, member.WireName, StringComparison.Ordinal));

    /// <summary>A member of a record: its value, or null, which is absence, unless it is required.</summary>
    public static void WriteMember(Utf8JsonWriter json, ShapeMember member, FactNote? note)
    {
        json.WriteStartObject(member.WireName);
        WriteDescription(json, note?.Description);
        if (note?.IsRequired == true || member.Shape is AnyShape { Constraint: null })
            Write(json, member.Shape, note?.Members ?? []);
        else
            WriteBranches(json, "anyOf", j => Write(j, member.Shape, note?.Members ?? []), j => j.WriteString("type", "null"));
        json.WriteEndObject();
    }

    /// <summary>What is said of a value, where something is.</summary>
    public static void WriteDescription(Utf8JsonWriter json, string? description)
    {
        if (description is { Length: > 0 })
            json.WriteString("description", description);
    }

    /// <summary>The names of the members that are required, where some are.</summary>
    public static void WriteRequired(Utf8JsonWriter json, IReadOnlyCollection<string> names)
    {
        if (names.Count == 0)
            return;
        json.WriteStartArray("required");
        foreach (var name in names)
            json.WriteStringValue(name);
        json.WriteEndArray();
    }

    /// <summary>A value: its shape, and the JSON Schema that it has to fit beside it.</summary>
    public static void Write(Utf8JsonWriter json, Shape shape) => Write(json, shape, []);

    private static void Write(Utf8JsonWriter json, Shape shape, ValueList<FactNote> notes)
    {
        WriteShape(json, shape, notes);
        if (shape.Constraint is { Carried: false } constraint)
            ConstraintSchema.Write(json, constraint);
    }

    private static void WriteShape(Utf8JsonWriter json, Shape shape, ValueList<FactNote> notes)
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
                WriteBranches(
                    json,
                    "oneOf",
                    j => j.WriteString("type", "number"),
                    j => WriteWritten(j, Number),
                    j => WriteAmount(j, m.Currency));
                break;
            case DurationShape:
                json.WriteString("x-airs", "duration");
                WriteBranches(
                    json,
                    "oneOf",
                    j => WriteCount(j, long.MaxValue / (decimal)TimeSpan.TicksPerSecond, 0.0000001m),
                    j => WriteWritten(j, Duration));
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
                Write(json, l.Element, notes);
                json.WriteEndObject();
                break;
            case RecordShape r:
                WriteRecord(json, r, notes);
                break;
            case RestrictedShape r:
                Write(json, r.Inner, notes);
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

    private static void WriteRecord(Utf8JsonWriter json, RecordShape record, ValueList<FactNote> notes)
    {
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach (var member in record.Members)
        {
            // A strict record has a missing member where others have null.
            var note = NoteOf(member, notes);
            WriteMember(
                json,
                member,
                record.Strict
                    ? note is null
                        ? new FactNote(member.WireName, null, true, [])
                        : note with
                        {
                            IsRequired = true,
                        }
                    : note);
        }
        json.WriteEndObject();
        json.WriteBoolean("additionalProperties", record.Open);
        var strict = record.Members.Where(member => record.Strict && !member.Optional).Select(member => member.WireName);
        WriteRequired(json, [.. strict.Union(notes.Where(note => note.IsRequired).Select(note => note.Name), StringComparer.Ordinal)]);
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
