using System.Globalization;
using System.Text.Json;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Cli.Deciding;

/// <summary>The texts of a request that go on changed, as they go on.</summary>
internal static class AmendedTexts
{
    /// <summary>Each changed text by its JSON pointer into the facts; none where nothing goes on.</summary>
    /// <remarks>Labels are numbered within the request. Hashes are made with a key of this command: a host has its own.</remarks>
    public static IEnumerable<(string Pointer, string Text)> Of(Decision decision, string facts)
    {
        if (decision.Outcome >= Outcome.Block || decision.Failure is not null || decision.Content == ContentChange.None)
            yield break;
        using var document = JsonDocument.Parse(facts);
        var labels = new RedactionLabels("airs eval asks once"u8);
        var primary = Primary(decision.Point);
        foreach (
            var pointer in decision
                .Content.Redactions.Select(redaction => redaction.Path)
                .Append(primary)
                .OfType<string>()
                .Distinct(StringComparer.Ordinal))
        {
            if (At(document.RootElement, pointer) is not { } text)
                continue;
            var amended =
                pointer == primary ? decision.Content.Apply(pointer, text, labels) : decision.Content.Redact(pointer, text, labels);
            if (!string.Equals(amended, text, StringComparison.Ordinal))
                yield return (pointer, amended);
        }
    }

    private static string? Primary(string point) =>
        DecisionPoints.Find(point) is { PrimaryText: { Count: > 0 } path } ? $"/{string.Join('/', path)}" : null;

    private static string? At(JsonElement element, string pointer)
    {
        foreach (
            var segment in pointer
                .Split('/')
                .Skip(1)
                .Select(name => name.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)))
        {
            var found = element.ValueKind switch
            {
                JsonValueKind.Object => element.TryGetProperty(segment, out element),
                JsonValueKind.Array => Item(ref element, segment),
                _ => false,
            };
            if (!found)
                return null;
        }
        return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
    }

    private static bool Item(ref JsonElement list, string segment)
    {
        if (!int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= list.GetArrayLength())
            return false;
        list = list[index];
        return true;
    }
}
