using AirsPolicy.Cli.Filtering;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Cli.Reviewing;

/// <summary>What filters can ask of requests that wait.</summary>
internal static class WaitingFields
{
    /// <summary>The fields.</summary>
    /// <param name="time">Says how long a request has waited.</param>
    public static FilterSchema<WaitingItem> Schema(TimeProvider time) => FilterSchema<WaitingItem>.Empty
        .With("number", FilterType.Number, item => new NumberValue(item.Number))
        .With("queue", FilterType.Texts, item => FilterValue.Of(item.QueueNames))
        .With("point", FilterType.OneOf, DecisionPoints.All.Select(point => point.Name), item => FilterValue.Of(item.Point))
        .With("tool", FilterType.Text, item => FilterValue.Of(item.Tool))
        .With("control", FilterType.Texts, item => FilterValue.Of(item.Controls))
        .With("asker", FilterType.Texts, item => FilterValue.Of(item.AskedBy))
        .With("since", FilterType.Instant, item => FilterValue.Of(item.Since))
        .With("due", FilterType.Instant, item => FilterValue.Of(item.Due))
        .With("age", FilterType.Duration, item => item.Since is { } since ? new DurationValue((time.GetUtcNow() - since).Ticks) : null)
        .With(
            "priority",
            FilterType.Rising,
            Enum.GetNames<ReviewPriority>().Select(name => name.ToLowerInvariant()),
            item => FilterValue.Of(item.Priority))
        .With("claimed_by", FilterType.Text, item => FilterValue.Of(item.ClaimedBy))
        .With("approvals", FilterType.Texts, item => FilterValue.Of(item.ApprovedBy));
}
