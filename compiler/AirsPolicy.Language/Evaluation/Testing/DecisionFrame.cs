using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Runs;

namespace AirsPolicy.Language.Evaluation.Testing;

/// <summary>Fills <see cref="DecisionFacts"/>.</summary>
internal static class DecisionFrame
{
    /// <summary>A decision as facts.</summary>
    /// <param name="text">The primary text as it goes on, or null where there is none or it does not go on.</param>
    /// <param name="run">What the run is if it is over now, or null.</param>
    /// <param name="slots">How many slots the frame has, where more lies behind; null for those of a decision.</param>
    public static FactFrame Of(Decision decision, string? text, RunOutcome? run = null, int? slots = null)
    {
        var frame = new FactFrame();
        frame.Reset(slots ?? SlotLayout.Width(DecisionFacts.Shape));
        frame.Set(Slot("outcome"), (long)decision.Outcome);
        frame.Set(Slot("failed"), decision.Failure is null ? 0L : 1L);
        frame.Set(Slot("run_outcome"), run is { } outcome ? (long)outcome : DecisionFacts.RunOutcome.IndexOf("none"));
        SetText(frame, "message", decision.Message);
        SetText(frame, "text", text);
        SetTexts(frame, "fired", decision.Fired.Select(rule => rule.Origin.Control).Distinct());
        SetTexts(frame, "would", decision.Detected.Select(rule => rule.Origin.Control).Distinct());
        SetTexts(frame, "queued", Targets(decision, EventAction.Queue));
        SetTexts(frame, "notified", Targets(decision, EventAction.Notify));
        SetTexts(frame, "asked", Targets(decision, EventAction.Ask));
        SetTexts(frame, "escalated", Targets(decision, EventAction.Escalate));
        SetTexts(frame, "retracted", Targets(decision, EventAction.Retract));
        SetTexts(frame, "held", decision.Holds.Select(hold => hold.Queue));
        SetTexts(frame, "required", decision.Duties);
        SetTexts(frame, "labels", decision.Content.Labels);
        SetTexts(frame, "appended", decision.Content.Appended);
        SetTexts(
            frame,
            "flags",
            decision.Fired.SelectMany(rule => rule.Effects).OfType<FlagEffect>().Select(flag => flag.Reason ?? "").Distinct());
        SetTexts(frame, "errors", Errors(decision));
        return frame;
    }

    private static IEnumerable<string> Targets(Decision decision, EventAction action) =>
        decision.Events.Where(e => e.Action == action).Select(e => e.Target);

    private static IEnumerable<string> Errors(Decision decision) =>
        decision.Fired.Concat(decision.Detected).Select(rule => rule.Failure).Prepend(decision.Failure)
            .OfType<Failure>().Select(failure => failure.Detail).Distinct();

    private static int Slot(string member) => SlotLayout.Offset(DecisionFacts.Shape, member);

    private static void SetText(FactFrame frame, string member, string? text)
    {
        if (text is not null)
            frame.Set(Slot(member), frame.AddText(text));
    }

    private static void SetTexts(FactFrame frame, string member, IEnumerable<string> texts)
    {
        var items = texts.ToList();
        var first = frame.AddSlots(items.Count);
        for (var i = 0; i < items.Count; i++)
            frame.Set(first + i, frame.AddText(items[i]));
        frame.Set(Slot(member), Handle.Of(first, items.Count));
    }
}
