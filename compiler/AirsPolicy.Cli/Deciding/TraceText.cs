using System.Text.Json;
using AirsPolicy.Cli.Console;
using AirsPolicy.Language.Evaluation.Past;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Cli.Deciding;

/// <summary>
/// A recorded trace: one JSON object a line, in the order of time, with <c>point</c>, <c>facts</c>, <c>time</c>, and maybe <c>outcome</c>
/// and <c>approval</c> (<c>approved</c> and <c>time</c>).
/// </summary>
internal static class TraceText
{
    private static readonly JsonDocumentOptions s_once = new() { AllowDuplicateProperties = false };

    /// <summary>The events of the lines that are not empty.</summary>
    /// <exception cref="UsageException">A line is no such object, or earlier than one before it; the message names the line.</exception>
    public static IReadOnlyList<RecordedEvent> Read(string text, SystemModel? system)
    {
        var events = new List<RecordedEvent>();
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            var read = Parse(line, number, system);
            if (events.Count > 0 && read.At < events[^1].At)
                throw new UsageException(
                    $"Line {number} of the trace is earlier than line {events[^1].Line}; a trace goes forward in time.");
            events.Add(read);
        }
        return events;
    }

    private static RecordedEvent Parse(string line, int number, SystemModel? system)
    {
        try
        {
            using var document = JsonDocument.Parse(line, s_once);
            var root = document.RootElement;
            TrafficText.RequireWhole(root);
            return root.ValueKind == JsonValueKind.Object ? Parse(root, number, system) : throw Wrong(number, "is no JSON object");
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            throw Wrong(number, "is no JSON object in which each name stands once and every text is whole");
        }
    }

    private static RecordedEvent Parse(JsonElement root, int number, SystemModel? system)
    {
        if (!root.TryGetProperty("point", out var point) || point.ValueKind != JsonValueKind.String
            || !root.TryGetProperty("facts", out var facts) || facts.ValueKind != JsonValueKind.Object)
            throw Wrong(number, "needs a text 'point' and an object 'facts'");
        if (!TryTime(root, "time", out var at) && !TryTime(facts, "now", out at))
            throw Wrong(number, "needs a 'time', such as \"2027-03-31T09:30:00Z\"");
        var complete = FactsText.Complete(facts.GetRawText(), tool: null, system, new DateTimeOffset(at, TimeSpan.Zero));
        return new RecordedEvent(number, point.GetString()!, complete, at, OutcomeOf(root, number), AnswerOf(root, number));
    }

    private static Outcome? OutcomeOf(JsonElement root, int number)
    {
        if (!root.TryGetProperty("outcome", out var outcome))
            return null;
        return outcome.ValueKind == JsonValueKind.String && DecisionFacts.Outcome.IndexOf(outcome.GetString()!) is >= 0 and var index
            ? (Outcome)index
            : throw Wrong(number, $"has an 'outcome' that is none of {string.Join(", ", DecisionFacts.Outcome.Names)}");
    }

    private static HeldAnswer? AnswerOf(JsonElement root, int number)
    {
        if (!root.TryGetProperty("approval", out var approval))
            return null;
        return approval.ValueKind == JsonValueKind.Object
            && approval.TryGetProperty("approved", out var approved) && approved.ValueKind is JsonValueKind.True or JsonValueKind.False
            && TryTime(approval, "time", out var at)
            ? new HeldAnswer(approved.GetBoolean(), at)
            : throw Wrong(number, "has an 'approval' without a truth 'approved' and a 'time'");
    }

    private static bool TryTime(JsonElement record, string name, out long ticks)
    {
        ticks = 0;
        return record.TryGetProperty(name, out var time)
            && time.ValueKind == JsonValueKind.String
            && InstantText.TryParse(time.GetString(), out ticks);
    }

    private static UsageException Wrong(int number, string what) => new($"Line {number} of the trace {what}.");
}
