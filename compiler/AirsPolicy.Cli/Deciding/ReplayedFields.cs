using AirsPolicy.Cli.Filtering;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Cli.Deciding;

/// <summary>What filters can ask of events of a trace, and of what was decided on them.</summary>
internal static class ReplayedFields
{
    private static readonly IReadOnlyList<string> s_outcomes = DecisionFacts.Outcome.Names;

    public static FilterSchema<ReplayedEvent> Schema { get; } = FilterSchema<ReplayedEvent>.Empty
        .With("point", FilterType.OneOf, DecisionPoints.All.Select(point => point.Name), replayed => FilterValue.Of(replayed.Event.Point))
        .With("tool", FilterType.Text, replayed => FilterValue.Of(replayed.Tool))
        .With("time", FilterType.Instant, replayed => new InstantValue(replayed.Event.At))
        .With("outcome", FilterType.Rising, s_outcomes, replayed => Word(replayed.Decision.Outcome))
        .With("recorded", FilterType.Rising, s_outcomes, replayed => Word(replayed.Event.Outcome))
        .With("facts", FilterType.Open, replayed => new JsonValue(replayed.Facts));

    private static FilterValue? Word(Outcome? outcome) => outcome is { } known ? new TextValue(s_outcomes[(int)known]) : null;
}
