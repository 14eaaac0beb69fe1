using System.Text.Json;
using AirsPolicy.Collections;
using AirsPolicy.Runtime.Runs;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Limits;

namespace AirsPolicy.Runtime.Programs.Tables.Json;

/// <summary>What is kept over time, as JSON.</summary>
internal static class StateJson
{
    public static void Write(Utf8JsonWriter writer, AggregateTable table)
    {
        var definition = table.Kept.Definition;
        writer.WriteStartObject();
        Write(writer, table.Kept.Digest, table.Kept.Owner);
        writer.WriteNumber("kind", (int)definition.Kind);
        writer.WriteNumber("within", definition.Within);
        writer.WriteNumber("upTo", definition.UpTo);
        writer.Flag("tripsBreaker", definition.TripsBreaker);
        if (definition.Order is { } order)
            Write(writer, order);
        writer.Flag("wentOn", table.WentOn);
        writer.Flag("refused", table.Refused);
        writer.List("feeds", table.Feeds, feed => Write(writer, feed));
        writer.WriteEndObject();
    }

    public static AggregateTable ReadAggregate(JsonElement json) =>
        new(
            new KeptAggregate(
                json.Text("digest"),
                json.Named<StateOwner>("owner"),
                new AggregateDefinition(
                    json.Named<AggregateKind>("kind"),
                    json.Long("within"),
                    json.Int("upTo"),
                    Order: ReadOrder(json),
                    TripsBreaker: json.Flag("tripsBreaker"))),
            json.Flag("wentOn"),
            json.Flag("refused"),
            json.List("feeds", ReadFeed));

    public static void Write(Utf8JsonWriter writer, LimitTable table)
    {
        writer.WriteStartObject();
        Write(writer, table.Kept.Digest, table.Kept.Owner);
        writer.WriteNumber("within", table.Kept.Definition.Within);
        writer.WriteNumber("exact", table.Kept.Definition.Exact);
        writer.WriteNumber("control", table.Control);
        writer.WriteStartArray("shares");
        foreach (var share in table.Shares)
            writer.WriteNumberValue(share);
        writer.WriteEndArray();
        writer.List("draws", table.Draws, draw => Write(writer, draw));
        writer.WriteEndObject();
    }

    public static LimitTable ReadLimit(JsonElement json) => new(
        new KeptLimit(json.Text("digest"), json.Named<StateOwner>("owner"), new LimitDefinition(json.Long("within"), json.Int("exact"))),
        json.Int("control"), json.List("shares", share => share.GetInt64()), json.List("draws", ReadFeed));

    public static void Write(Utf8JsonWriter writer, ContentTable table)
    {
        writer.WriteStartObject();
        writer.WriteNumber("point", table.Point);
        writer.WriteNumber("tool", table.Tool);
        writer.Ints("origins", table.Origins);
        writer.Ints("labels", table.Labels);
        writer.Flag("hasTexts", table.HasTexts);
        writer.WriteNumber("test", table.Test);
        writer.WriteEndObject();
    }

    public static ContentTable ReadContent(JsonElement json) =>
        new(json.Int("point"), json.Int("tool"), json.Ints("origins"), json.Ints("labels"), json.Flag("hasTexts"), json.Int("test"));

    private static void Write(Utf8JsonWriter writer, StepAutomaton order)
    {
        writer.WriteStartObject("order");
        writer.Texts("names", order.Names);
        writer.Ints("moves", order.Moves);
        writer.Ints("complete", order.Complete.Index().Where(state => state.Item).Select(state => state.Index).ToValueList());
        writer.WriteNumber("states", order.Count);
        writer.WriteEndObject();
    }

    private static StepAutomaton? ReadOrder(JsonElement json)
    {
        if (!json.TryGetProperty("order", out var order))
            return null;
        var complete = order.Ints("complete").ToHashSet();
        var states = Math.Clamp(order.Int("states"), 0, StepLimits.MaxStates + 1);
        return new StepAutomaton(
            order.Texts("names"),
            order.Ints("moves"),
            Enumerable.Range(0, states).Select(complete.Contains).ToValueList());
    }

    private static void Write(Utf8JsonWriter writer, string digest, StateOwner owner)
    {
        writer.WriteString("digest", digest);
        writer.WriteNumber("owner", (int)owner);
    }

    public static void Write(Utf8JsonWriter writer, FeedTable feed)
    {
        writer.WriteStartObject();
        writer.WriteNumber("point", feed.Point);
        writer.WriteNumber("tool", feed.Tool);
        writer.WriteNumber("test", feed.Test);
        writer.WriteEndObject();
    }

    public static FeedTable ReadFeed(JsonElement json) => new(json.Int("point"), json.Int("tool"), json.Int("test"));
}
