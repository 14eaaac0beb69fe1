using AirsPolicy.Cli.Filtering;
using AirsPolicy.Hosting.Evidence;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Symbols.Points;

namespace AirsPolicy.Cli.Auditing;

/// <summary>What filters can ask of records of evidence.</summary>
internal static class RecordFields
{
    public static FilterSchema<ShownRecord> Schema { get; } = FilterSchema<ShownRecord>.Empty
        .With("index", FilterType.Number, record => new NumberValue(record.Leaf.Seq))
        .With("time", FilterType.Instant, record => FilterValue.Of(record.Leaf.Time))
        .With("kind", FilterType.OneOf, EvidenceKinds.All.Select(kind => kind.Word()), record => FilterValue.Of(record.Leaf.Kind.Word()))
        .With(
            "point",
            FilterType.OneOf,
            DecisionPoints.All.Select(point => point.Name),
            record => FilterValue.Of(record.Leaf.Kind == EvidenceKind.Transition ? null : record.Leaf.Point))
        .With(
            "changed",
            FilterType.Text,
            record => FilterValue.Of(record.Leaf.Kind == EvidenceKind.Transition ? record.Leaf.Point : null))
        .With(
            "outcome",
            FilterType.Rising,
            DecisionFacts.Outcome.Names,
            record => FilterValue.Of(record.Leaf.Kind is EvidenceKind.Decision or EvidenceKind.Hold ? record.Leaf.Outcome : null))
        .With(
            "result",
            FilterType.Text,
            record => FilterValue.Of(record.Leaf.Kind is EvidenceKind.Decision or EvidenceKind.Hold ? null : record.Leaf.Outcome))
        .With("control", FilterType.Texts, record => FilterValue.Of(record.Leaf.Controls))
        .With("request", FilterType.Text, record => FilterValue.Of(record.Leaf.Request))
        .With("held", FilterType.Number, record => Of(record.Leaf.Held))
        .With("bundle", FilterType.Text, record => FilterValue.Of(record.Leaf.Bundle))
        .With("lost", FilterType.Number, record => Of(record.Leaf.Lost))
        .With("session", FilterType.Text, record => FilterValue.Of(record.IdOf("session")))
        .With("run", FilterType.Text, record => FilterValue.Of(record.IdOf("run")))
        .With("user", FilterType.Text, record => FilterValue.Of(record.IdOf("user")))
        .With("agent", FilterType.Text, record => FilterValue.Of(record.IdOf("agent")))
        .With("tool", FilterType.Text, record => FilterValue.Of(record.Tool))
        .With("by", FilterType.Text, record => FilterValue.Of(record.Field("by")))
        .With("queue", FilterType.Text, record => FilterValue.Of(record.Field("queue")))
        .With("message", FilterType.Text, record => FilterValue.Of(record.Field("message")))
        .With("facts", FilterType.Open, record => record.Facts is { } facts ? new JsonValue(facts) : null);

    private static NumberValue? Of(long? number) => number is { } known ? new NumberValue(known) : null;
}
