using System.Text.Json;
using AirsPolicy.Collections;
using AirsPolicy.Language.Model;

namespace AirsPolicy.Language.Evaluation.Testing;

/// <summary>The facts of a <c>given</c>, with what the host would add: the tool and the time.</summary>
internal static class GivenFacts
{
    /// <summary>The facts as JSON text; what the test gives itself stands.</summary>
    public static string Of(GivenStep given, ValueList<ToolModel> tools, VirtualClock clock)
    {
        var missing = new List<string>();
        foreach (var (name, value) in FromHost(given, tools, clock))
        {
            if (!Has(given.Facts, name))
                missing.Add($"\"{name}\":{JsonSerializer.Serialize(value, TextJson.Default.String)}");
        }
        return Insert(given.Facts, missing);
    }

    /// <summary>The facts of a request as they are later: the time is another.</summary>
    /// <param name="facts">The facts as <see cref="Of"/> gave them.</param>
    /// <param name="at">When that was.</param>
    public static string Later(string facts, VirtualClock at, VirtualClock clock)
    {
        foreach (
            var (before, after) in (ReadOnlySpan<(string, string)>)
                [
                    ($"\"now\":\"{at.NowText}\"", $"\"now\":\"{clock.NowText}\""),
                    ($"\"today\":\"{at.TodayText}\"", $"\"today\":\"{clock.TodayText}\""),
                    ($"\"time_of_day\":\"{at.TimeOfDayText}\"", $"\"time_of_day\":\"{clock.TimeOfDayText}\""),
                ]
        )
        {
            // The host's facts come first, and no test gives the time itself.
            var place = facts.IndexOf(before, StringComparison.Ordinal);
            if (place >= 0)
                facts = string.Concat(facts.AsSpan(0, place), after, facts.AsSpan(place + before.Length));
        }
        return facts;
    }

    /// <summary>Facts with the time beside them.</summary>
    public static string Timed(string facts, VirtualClock clock) =>
        Insert(
            facts,
            [
                $"\"now\":\"{clock.NowText}\"",
                $"\"today\":\"{clock.TodayText}\"",
                $"\"time_of_day\":\"{clock.TimeOfDayText}\"",
            ]);

    private static IEnumerable<(string Name, string Value)> FromHost(GivenStep given, ValueList<ToolModel> tools, VirtualClock clock)
    {
        if (given.Tool is not null)
            yield return ("tool", tools.FirstOrDefault(t => t.Name == given.Tool)?.WireName ?? given.Tool);
        yield return ("now", clock.NowText);
        yield return ("today", clock.TodayText);
        yield return ("time_of_day", clock.TimeOfDayText);
    }

    // What is not an object stays as it is: reading it gives the failure that the test may be about.
    private static bool Has(string json, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind != JsonValueKind.Object || document.RootElement.TryGetProperty(name, out _);
        }
        catch (JsonException)
        {
            return true;
        }
    }

    // Into the text and not into a tree, so that every number keeps its digits.
    public static string Insert(string json, List<string> members)
    {
        if (members.Count == 0)
            return json;
        var open = json.IndexOf('{', StringComparison.Ordinal) + 1;
        var rest = json[open..];
        var separator = rest.TrimStart().StartsWith('}') ? "" : ",";
        return $"{json[..open]}{string.Join(',', members)}{separator}{rest}";
    }
}
