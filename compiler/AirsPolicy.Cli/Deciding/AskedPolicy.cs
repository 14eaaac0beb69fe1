using AirsPolicy.Cli.Console;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Evaluation.Explanations;
using AirsPolicy.Language.Evaluation.Past;
using AirsPolicy.Language.Model;

namespace AirsPolicy.Cli.Deciding;

/// <summary>A policy that is asked for one decision, with nothing before it but what a trace says.</summary>
internal static class AskedPolicy
{
    /// <summary>The decision with its reasons.</summary>
    /// <param name="past">The text of a trace, or null for an empty past.</param>
    /// <exception cref="UsageException">The trace cannot be used, or the request is earlier than it.</exception>
    public static Explanation Explain(PolicyModel model, string point, string? tool, string facts, string? past)
    {
        var now = RequestTime.Of(facts, model.System?.Zone ?? "UTC", TimeProvider.System.GetUtcNow());
        var replay = new EventReplay(new PolicyInterpreter(model));
        foreach (var recorded in Before(past, model.System, now))
            replay.Decide(recorded.Point, recorded.Facts, recorded.At, recorded.Answer);
        return replay.Decide(point, FactsText.Complete(facts, tool, model.System, now), now.UtcTicks, answer: null);
    }

    /// <summary>The events of a trace that come before a request.</summary>
    /// <exception cref="UsageException">The trace cannot be used, or the request is earlier than it.</exception>
    public static IReadOnlyList<RecordedEvent> Before(string? past, SystemModel? system, DateTimeOffset now)
    {
        var events = past is null ? [] : TraceText.Read(past, system);
        return events.Count > 0 && events[^1].At > now.UtcTicks
            ? throw new UsageException($"The request is earlier than line {events[^1].Line} of its past; give it a later 'now'.")
            : events;
    }
}
