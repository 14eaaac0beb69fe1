using System.Text.Json;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Evaluation.Explanations;
using AirsPolicy.Language.Evaluation.Past;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Cli.Deciding;

/// <summary>An event of a trace and what the policy decides on it.</summary>
internal sealed record ReplayedEvent(RecordedEvent Event, Explanation Explanation)
{
    /// <summary>The events of a recorded trace, each decided with what the policy made of those before.</summary>
    /// <exception cref="Console.UsageException">A line of the trace is no event.</exception>
    public static IEnumerable<ReplayedEvent> Of(PolicyModel model, string trace)
    {
        var replay = new EventReplay(new PolicyInterpreter(model));
        return TraceText.Read(trace, model.System).Select(recorded =>
            new ReplayedEvent(recorded, replay.Decide(recorded.Point, recorded.Facts, recorded.At, recorded.Answer)));
    }

    public Decision Decision => Explanation.Decision;

    /// <summary>The facts that were decided on.</summary>
    public JsonElement Facts { get; } = JsonElement.Parse(Event.Facts);

    /// <summary>The tool at hand; null for none.</summary>
    public string? Tool => Facts.TryGetProperty("tool", out var tool) && tool.ValueKind == JsonValueKind.String ? tool.GetString() : null;

    /// <summary>The trace says that something else was decided.</summary>
    public bool Differs => Event.Outcome is { } recorded && recorded != Decision.Outcome;
}
