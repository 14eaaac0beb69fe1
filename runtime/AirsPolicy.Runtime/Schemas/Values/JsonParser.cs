using System.Globalization;
using System.Text.Json;

namespace AirsPolicy.Runtime.Schemas.Values;

/// <summary>Reads JSON (RFC 8259, strictly, each name of a record once) into values, within bounds.</summary>
internal static class JsonParser
{
    /// <summary>Reads one value.</summary>
    /// <param name="maxDepth">How deep lists and records may lie in one another.</param>
    /// <param name="value">The value, or null where there is a problem.</param>
    /// <returns>Null, or what keeps the text from being read.</returns>
    public static JsonProblem? Parse(ReadOnlySpan<byte> json, int maxDepth, out JsonValue? value)
    {
        value = null;
        // One more than allowed, so that the value that lies too deep is found here and gets its own problem.
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = maxDepth + 1 });
        try
        {
            JsonProblem? problem = null;
            reader.Read();
            value = Read(ref reader, maxDepth, ref problem);
            if (problem is null && reader.Read())
                problem = new JsonProblem(false, "something follows the value");
            if (problem is not null)
                value = null;
            return problem;
        }
        catch (JsonException exception)
        {
            value = null;
            return new JsonProblem(false, string.Create(
                CultureInfo.InvariantCulture,
                $"it is not JSON from line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1} on"));
        }
        catch (InvalidOperationException)
        {
            // A text that holds half of a surrogate pair cannot be decoded.
            value = null;
            return new JsonProblem(
                false,
                string.Create(CultureInfo.InvariantCulture, $"the text at byte {reader.TokenStartIndex} holds half of a surrogate pair"));
        }
    }

    private static JsonValue Read(ref Utf8JsonReader reader, int depth, ref JsonProblem? problem)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadRecord(ref reader, depth, ref problem);
            case JsonTokenType.StartArray:
                return ReadList(ref reader, depth, ref problem);
            case JsonTokenType.String:
                return JsonValue.Of(reader.GetString()!);
            case JsonTokenType.Number:
                return ReadNumber(ref reader, ref problem);
            case JsonTokenType.True:
            case JsonTokenType.False:
                return JsonValue.Of(reader.TokenType == JsonTokenType.True);
            default:
                return JsonValue.Null();
        }
    }

    private static JsonValue ReadNumber(ref Utf8JsonReader reader, ref JsonProblem? problem)
    {
        if (!JsonNumber.TryRead(reader.ValueSpan, out var number))
            problem ??= new JsonProblem(
                true,
                $"a number has more than {JsonNumber.MaxDigits} digits or an exponent beyond {JsonNumber.MaxExponent}");
        return JsonValue.Of(number);
    }

    private static JsonValue ReadList(ref Utf8JsonReader reader, int depth, ref JsonProblem? problem)
    {
        var items = new List<JsonValue>();
        if (IsTooDeep(depth, ref problem))
            return JsonValue.Null();
        while (problem is null && reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(Read(ref reader, depth - 1, ref problem));
        return JsonValue.Of([.. items]);
    }

    private static JsonValue ReadRecord(ref Utf8JsonReader reader, int depth, ref JsonProblem? problem)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var values = new List<JsonValue>();
        if (IsTooDeep(depth, ref problem))
            return JsonValue.Null();
        while (problem is null && reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var at = reader.TokenStartIndex;
            if (!places.TryAdd(reader.GetString()!, values.Count))
                problem = new JsonProblem(
                    false,
                    string.Create(CultureInfo.InvariantCulture, $"the name at byte {at} stands twice in its record"));
            reader.Read();
            values.Add(Read(ref reader, depth - 1, ref problem));
        }
        return problem is null ? JsonValue.Of([.. places.OrderBy(p => p.Value).Select(p => p.Key)], [.. values], places) : JsonValue.Null();
    }

    private static bool IsTooDeep(int depth, ref JsonProblem? problem)
    {
        if (depth > 0)
            return false;
        problem ??= new JsonProblem(true, "lists and records lie too deep in one another");
        return true;
    }
}
