using System.Text.Json;
using AirsPolicy.Collections;

namespace AirsPolicy.Runtime.Programs.Tables.Json;

/// <summary>
/// Parts of the JSON of tables. What is missing or of another kind throws, which the reader of the tables turns into one refusal.
/// </summary>
internal static class JsonParts
{
    public static string Text(this JsonElement element, string name) =>
        element.GetProperty(name).GetString() ?? throw new InvalidDataException($"'{name}' is null.");

    public static string? OptionalText(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() : null;

    public static int Int(this JsonElement element, string name) => element.GetProperty(name).GetInt32();

    public static long Long(this JsonElement element, string name) => element.GetProperty(name).GetInt64();

    public static int? OptionalInt(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetInt32() : null;

    public static long? OptionalLong(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetInt64() : null;

    public static decimal? OptionalDecimal(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetDecimal() : null;

    public static bool Flag(this JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.GetBoolean();

    public static T Named<T>(this JsonElement element, string name)
        where T : struct, Enum
    {
        var value = (T)(object)element.Int(name);
        return Enum.IsDefined(value) ? value : throw new InvalidDataException($"'{name}' is none of its values.");
    }

    public static ValueList<T> List<T>(this JsonElement element, string name, Func<JsonElement, T> read) =>
        element.TryGetProperty(name, out var list) ? list.EnumerateArray().Select(read).ToValueList() : [];

    public static ValueList<string> Texts(this JsonElement element, string name) =>
        element.List(name, item => item.GetString() ?? throw new InvalidDataException($"'{name}' holds null."));

    public static ValueList<int> Ints(this JsonElement element, string name) => element.List(name, item => item.GetInt32());

    public static void Flag(this Utf8JsonWriter writer, string name, bool value)
    {
        if (value)
            writer.WriteBoolean(name, true);
    }

    public static void Optional(this Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }

    public static void Optional(this Utf8JsonWriter writer, string name, long? value)
    {
        if (value is { } number)
            writer.WriteNumber(name, number);
    }

    public static void Optional(this Utf8JsonWriter writer, string name, decimal? value)
    {
        if (value is { } number)
            writer.WriteNumber(name, number);
    }

    /// <summary>Writes a list; an empty one is left out.</summary>
    public static void List<T>(this Utf8JsonWriter writer, string name, ValueList<T> items, Action<T> write)
    {
        if (items.Count == 0)
            return;
        writer.WriteStartArray(name);
        foreach (var item in items)
            write(item);
        writer.WriteEndArray();
    }

    public static void Texts(this Utf8JsonWriter writer, string name, ValueList<string> items) =>
        writer.List(name, items, writer.WriteStringValue);

    public static void Ints(this Utf8JsonWriter writer, string name, ValueList<int> items) =>
        writer.List(name, items, writer.WriteNumberValue);
}
