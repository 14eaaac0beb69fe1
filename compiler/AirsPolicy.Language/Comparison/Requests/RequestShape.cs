using System.Globalization;
using System.Text.Json.Nodes;
using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Language.Comparison.Requests;

/// <summary>What requests at one point, and for one tool, hold.</summary>
/// <param name="Point">The decision point.</param>
/// <param name="Tool">The tool as the facts name it, or null where the point knows none.</param>
/// <param name="Facts">The facts of both versions.</param>
/// <param name="Day">The day of requests that are made up, or null for that of policy tests.</param>
internal sealed record RequestShape(string Point, string? Tool, RecordShape Facts, DateOnly? Day = null)
{
    /// <summary>A complete request in which nothing is remarkable.</summary>
    public JsonObject Harmless()
    {
        var facts = (JsonObject)HarmlessValue.Of(Facts);
        foreach (var fact in CommonFacts.All.Concat(DecisionPoints.Find(Point)?.Facts ?? []))
        {
            if (fact.TestValue is { } value && facts[fact.Name] is { } own)
                facts[fact.Name] = Over(own, JsonNode.Parse(value)!);
        }
        if (Tool is not null)
            facts["tool"] = Tool;
        if (facts.ContainsKey("time_of_day"))
            facts["time_of_day"] = DurationText.Format(VirtualClock.Start.TimeOfDay.Ticks);
        return Day is { } day ? Put(facts, new FactPath(["today"]), JsonValue.Create(DateText.Format(day.DayNumber))) ?? facts : facts;
    }

    /// <summary>
    /// The facts with one value more, and what lies above it where that was absent; null where the facts have no such place. The facts as
    /// they are where the value would be a time and the day is given: what asks for another day then shows nothing.
    /// </summary>
    public JsonObject? With(JsonObject facts, FactPath path, JsonNode? value)
    {
        // The tool is what the rest of the facts hang on.
        if (path.Steps.Count == 0 || path.Steps[0] == "tool" && Tool is not null)
            return null;
        if (path.Steps is ["time_of_day"] && TimeOfDay(value) is < 0 or >= TimeSpan.TicksPerDay)
            return null;
        return Day is not null && path.Steps[0] is ("today" or "now") ? (JsonObject)facts.DeepClone() : Put(facts, path, value);
    }

    private JsonObject? Put(JsonObject facts, FactPath path, JsonNode? value)
    {
        var changed = (JsonObject)facts.DeepClone();
        JsonNode current = changed;
        Shape shape = Facts;
        for (var i = 0; i < path.Steps.Count; i++)
        {
            var last = i == path.Steps.Count - 1;
            if (shape is RecordShape record && current is JsonObject members && record.Find(path.Steps[i]) is { } member)
            {
                if (last)
                    members[member.WireName] = value;
                else
                    current = members[member.WireName] ??= HarmlessValue.Of(member.Shape);
                shape = member.Shape;
            }
            else if (shape is ListShape list
                && current is JsonArray items
                && int.TryParse(path.Steps[i], NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                && index < items.Count)
            {
                if (last)
                    items[index] = value;
                else
                    current = items[index]!;
                shape = list.Element;
            }
            else
            {
                return null;
            }
        }
        KeepTime(changed, path, shape);
        return changed;
    }

    /// <summary>What lies at a place, or null where nothing does.</summary>
    public JsonNode? Find(JsonObject facts, FactPath path)
    {
        JsonNode? current = facts;
        Shape shape = Facts;
        foreach (var step in path.Steps)
        {
            if (shape is not RecordShape record || current is not JsonObject members || record.Find(step) is not { } member)
                return null;
            current = members[member.WireName];
            shape = member.Shape;
        }
        return current;
    }

    /// <summary>The facts without a value.</summary>
    public JsonObject? Without(JsonObject facts, FactPath path)
    {
        var changed = (JsonObject)facts.DeepClone();
        JsonNode? current = changed;
        Shape shape = Facts;
        for (var i = 0; i < path.Steps.Count; i++)
        {
            if (shape is not RecordShape record || current is not JsonObject members || record.Find(path.Steps[i]) is not { } member)
                return null;
            if (i == path.Steps.Count - 1)
                members.Remove(member.WireName);
            current = members[member.WireName];
            shape = member.Shape;
        }
        return changed;
    }

    // The time, the day and the time of day move together, so that a request reads as one moment. They are those of a zone without offset.
    private static void KeepTime(JsonObject facts, FactPath path, Shape shape)
    {
        if (path.Steps.Count != 1 || !CommonFacts.Times.Contains(path.Steps[0]))
            return;
        var day = DateText.TryParse(facts["today"]?.ToString(), out var said) ? said : DateOnly.FromDateTime(VirtualClock.Start).DayNumber;
        var moment = (path.Steps[0], shape) switch
        {
            ("now", InstantShape) when InstantText.TryParse(facts["now"]?.ToString(), out var now) => now,
            ("today", DateShape) => day * TimeSpan.TicksPerDay + VirtualClock.Start.TimeOfDay.Ticks,
            ("time_of_day", DurationShape) when TimeOfDay(facts["time_of_day"]) is { } time => day * TimeSpan.TicksPerDay + time,
            _ => (long?)null,
        };
        if (moment is not { } at)
            return;
        foreach (var name in CommonFacts.Times.Where(name => name != path.Steps[0] && facts.ContainsKey(name)))
        {
            facts[name] = name switch
            {
                "now" => InstantText.Format(at),
                "today" => DateText.Format(at / TimeSpan.TicksPerDay),
                _ => DurationText.Format(at % TimeSpan.TicksPerDay),
            };
        }
    }

    private static long? TimeOfDay(JsonNode? value) => DurationText.TryParse(value?.ToString(), out var ticks) ? ticks : null;

    private static JsonNode Over(JsonNode under, JsonNode over)
    {
        if (under is not JsonObject record || over is not JsonObject members)
            return over;
        foreach (var (name, value) in members)
        {
            if (record.ContainsKey(name))
                record[name] = value?.DeepClone();
        }
        return record;
    }
}
