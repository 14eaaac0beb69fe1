using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AirsPolicy.Language.Semantics.Tests;
using AirsPolicy.Runtime.Facts.Shapes;
using Json = System.Text.Json.Nodes.JsonValue;

namespace AirsPolicy.Language.Semantics.Data;

/// <summary>
/// Takes a file of rows apart, each row to a JSON object of the columns that a policy names; other columns are passed over.
/// </summary>
internal static class DataFile
{
    // More digits than any share has, and few enough to be reckoned with exactly.
    private const int LongestPercentage = 20;

    /// <summary>
    /// The rows, each with the words that say where it stands; ends where the file cannot be read, with a clause that says why.
    /// </summary>
    public static IEnumerable<(string Place, JsonObject Row)> Read(string content, bool isJson, RecordShape row, Action<string> problem) =>
        isJson ? OfJson(content, row, problem) : OfCsv(content, row, problem);

    private static IEnumerable<(string Place, JsonObject Row)> OfCsv(string content, RecordShape row, Action<string> problem)
    {
        var rows = new CsvRows(content);
        var header = rows.Next()?.Cells.ToList() ?? [];
        if (header.Count == 0 && rows.Problem is null)
            problem("it has no line that names its columns");
        else if (row.Members.FirstOrDefault(member => header.Count(name => name == member.WireName) > 1) is { } twice)
            problem($"its first line names the column '{twice.WireName}' twice");
        else if (row.Members.FirstOrDefault(member => !header.Contains(member.WireName)) is { } missing && rows.Problem is null)
            problem(
                $"its first line names no column '{missing.WireName}'"
                + (header is [var only] && only.Contains(';') ? "; cells stand between commas, not ';'" : ""));
        else
        {
            while (rows.Next() is { } next)
            {
                var place = string.Create(CultureInfo.InvariantCulture, $"line {next.Line}");
                if (next.Cells.Count != header.Count)
                {
                    problem(string.Create(
                        CultureInfo.InvariantCulture,
                        $"{place} has {next.Cells.Count} {(next.Cells.Count == 1 ? "cell" : "cells")}, and the first line {header.Count}"));
                    yield break;
                }
                yield return (place, ObjectOf(next, header, row));
            }
            if (rows.Problem is { } broken)
                problem(broken);
        }
    }

    private static JsonObject ObjectOf(CsvRow cells, List<string> header, RecordShape row) => new(
        from member in row.Members
        let cell = cells.Cells[header.IndexOf(member.WireName)]
        where cell.Length > 0
        select KeyValuePair.Create<string, JsonNode?>(member.WireName, ValueOf(cell, member.Shape)));

    // As facts have it on the wire. What is no number there stays a text, which then does not fit.
    private static JsonNode ValueOf(string cell, Shape shape)
    {
        var trimmed = cell.Trim();
        return shape switch
        {
            BoolShape when bool.TryParse(trimmed, out var truth) => Json.Create(truth),
            IntShape or DecimalShape or SizeShape => Number(trimmed) ?? Text(cell),
            ShareShape when trimmed is [.. { Length: <= LongestPercentage } percent, '%']
                && Number(percent) is Json number && number.TryGetValue(out decimal hundredths) => Json.Create(hundredths / 100),
            ShareShape => Number(trimmed) ?? Text(cell),
            MoneyShape money when trimmed.EndsWith(" " + money.Currency, StringComparison.Ordinal) =>
                Text(trimmed[..^(money.Currency.Length + 1)]),
            TextShape => Text(cell),
            _ => Text(trimmed),
        };
    }

    private static Json Text(string text) => Json.Create(text)!;

    // As it stands, so that no digit is lost before the reader of facts has seen it.
    private static JsonNode? Number(string text)
    {
        if (text.Length == 0 || !(char.IsAsciiDigit(text[0]) || text[0] == '-'))
            return null;
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<(string Place, JsonObject Row)> OfJson(string content, RecordShape row, Action<string> problem)
    {
        if (Parsed(content, problem) is not { } all)
            yield break;
        var number = 0;
        foreach (var item in all.EnumerateArray())
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"row {++number}");
            if (CaseJson.Parse(item.GetRawText()) is not { } found)
            {
                problem(item.ValueKind == JsonValueKind.Object ? $"{place} holds a text that is not Unicode" : $"{place} is no object");
                yield break;
            }
            yield return (place, new JsonObject(
                from member in row.Members
                let value = found.TryGetProperty(member.WireName, out var given) ? given : default
                where value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null)
                select KeyValuePair.Create(member.WireName, JsonNode.Parse(value.GetRawText()))));
        }
    }

    private static JsonElement? Parsed(string content, Action<string> problem)
    {
        try
        {
            using var document = JsonDocument.Parse(content, new JsonDocumentOptions { AllowDuplicateProperties = false });
            if (document.RootElement.ValueKind == JsonValueKind.Array)
                return document.RootElement.Clone();
            problem("it is no JSON array of objects");
        }
        catch (JsonException broken)
        {
            problem(
                broken.LineNumber is { } line
                    ? string.Create(CultureInfo.InvariantCulture, $"it cannot be read as JSON from line {line + 1} on")
                    : "it is no JSON in which each name stands once");
        }
        catch (InvalidOperationException)
        {
            problem("it holds a name that is not Unicode");
        }
        return null;
    }
}
