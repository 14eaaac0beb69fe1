using System.Globalization;
using System.Text.Json;
using AirsPolicy.Collections;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Runtime.Programs.Tables.Json;

/// <summary>Tables of data as JSON.</summary>
internal static class DataJson
{
    public static void Write(Utf8JsonWriter writer, DataTable table)
    {
        writer.WriteStartObject();
        writer.WriteString("name", table.Name);
        writer.List("columns", table.Columns, column => Write(writer, column));
        writer.WriteEndObject();
    }

    public static DataTable Read(JsonElement json) => new(json.Text("name"), json.List("columns", ReadColumn));

    /// <exception cref="InvalidDataException">
    /// A column is longer than another or holds what its shape is not, or a key is missing, stands twice or in the wrong place.
    /// </exception>
    public static void Check(ProgramTables tables)
    {
        foreach (var table in tables.Data)
        {
            var rows = table.Columns.Count == 0 ? 0 : table.Columns[0].Values.Count;
            if (rows is 0 or > DataTable.MostRows || table.Columns.Count > DataTable.MostColumns)
                throw new InvalidDataException($"The data '{table.Name}' has {rows} rows and {table.Columns.Count} columns.");
            if (table.Columns.FirstOrDefault(column => column.Values.Count != rows) is { } uneven)
                throw new InvalidDataException(
                    $"The column '{uneven.Name}' of '{table.Name}' has {uneven.Values.Count} values for {rows} rows.");
            if (!IsRising(table.Columns[0].Values))
                throw new InvalidDataException($"The keys of '{table.Name}' are not in order, each once.");
        }
    }

    private static bool IsRising(ValueList<object?> keys)
    {
        if (keys.Any(key => key is not (string or long)))
            return false;
        for (var i = 1; i < keys.Count; i++)
        {
            if (DataTable.CompareKeys(keys[i - 1]!, keys[i]!) >= 0)
                return false;
        }
        return true;
    }

    private static void Write(Utf8JsonWriter writer, DataColumn column)
    {
        writer.WriteStartObject();
        writer.WriteString("name", column.Name);
        writer.WritePropertyName("shape");
        ShapeJson.Write(writer, column.Shape);
        writer.List("values", column.Values, value => Write(writer, value));
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case decimal number:
                writer.WriteStringValue(number.ToString(CultureInfo.InvariantCulture));
                break;
            default:
                writer.WriteStringValue((string)value);
                break;
        }
    }

    private static DataColumn ReadColumn(JsonElement json)
    {
        var shape = ShapeJson.Read(json.GetProperty("shape"));
        return new DataColumn(json.Text("name"), shape, json.List("values", value => ReadValue(value, shape)));
    }

    private static object? ReadValue(JsonElement json, Shape shape) => (json.ValueKind, shape) switch
    {
        (JsonValueKind.Null, _) => null,
        (JsonValueKind.True or JsonValueKind.False, BoolShape) => json.GetBoolean(),
        (JsonValueKind.String, TextShape) => json.GetString(),
        (JsonValueKind.String, DecimalShape or MoneyShape) =>
            decimal.Parse(json.GetString()!, NumberStyles.Number, CultureInfo.InvariantCulture),
        (JsonValueKind.Number, EnumShape names) when json.GetInt64() is var index && (ulong)index < (ulong)names.Names.Count => index,
        (JsonValueKind.Number, IntShape or ShareShape or DurationShape or InstantShape or DateShape or SizeShape) => json.GetInt64(),
        _ => throw new InvalidDataException("A value of the data is not of the shape of its column."),
    };
}
