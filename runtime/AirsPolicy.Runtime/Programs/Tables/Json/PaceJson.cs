using System.Text.Json;
using AirsPolicy.Collections;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.State.Breakers;
using AirsPolicy.Runtime.State.Pace;

namespace AirsPolicy.Runtime.Programs.Tables.Json;

/// <summary>Charts and breakers, as JSON.</summary>
internal static class PaceJson
{
    public static void Write(Utf8JsonWriter writer, ChartTable chart)
    {
        writer.WriteStartObject();
        writer.WriteString("name", chart.Definition.Name);
        writer.WritePropertyName("origin");
        RuleJson.Write(writer, chart.Origin);
        writer.List(
            "triggers",
            chart.Definition.Triggers.Zip(chart.Triggers).ToValueList(),
            trigger => Write(writer, trigger.First, trigger.Second));
        writer.List(
            "recoveries",
            chart.Definition.Recoveries.Zip(chart.Recoveries).ToValueList(),
            recovery => Write(writer, recovery.First, recovery.Second));
        writer.WriteEndObject();
    }

    public static ChartTable ReadChart(JsonElement json) =>
        new(
            new ChartDefinition(
                json.Text("name"),
                json.List("triggers", trigger => new ChartTrigger(trigger.Text("digest"), trigger.Named<PaceLevel>("to"))),
                json.List(
                    "recoveries",
                    recovery => new ChartRecovery(recovery.Named<PaceLevel>("from"), recovery.Texts("by"), recovery.Long("after")))),
            RuleJson.ReadOrigin(json.GetProperty("origin")),
            json.List("triggers", trigger => trigger.Int("test")),
            json.List("recoveries", recovery => recovery.Int("test")));

    public static void Write(Utf8JsonWriter writer, BreakerTable breaker)
    {
        writer.WriteStartObject();
        writer.WriteString("name", breaker.Definition.Name);
        writer.WritePropertyName("origin");
        RuleJson.Write(writer, breaker.Origin);
        writer.Texts("key", breaker.Definition.Path);
        writer.WriteNumber("openFor", breaker.Definition.OpenFor);
        writer.WriteNumber("probes", breaker.Definition.Probes);
        writer.Texts("closeBy", breaker.Definition.CloseBy);
        writer.Ints("points", breaker.Points);
        writer.List("trips", breaker.Trips, trip => Write(writer, trip));
        writer.Ints("counts", breaker.Counts);
        writer.WriteEndObject();
    }

    public static BreakerTable ReadBreaker(JsonElement json) => new(
        new BreakerDefinition(json.Text("name"), json.Texts("key"), json.Long("openFor"), json.Int("probes"), json.Texts("closeBy")),
        RuleJson.ReadOrigin(json.GetProperty("origin")),
        json.Ints("points"),
        json.List("trips", ReadTrip),
        json.Ints("counts"));

    /// <exception cref="InvalidDataException">A number leads nowhere, or something is there twice or more often than it may be.</exception>
    public static void Check(ProgramTables tables)
    {
        TablesCheck.Within(tables.PacePoints, tables.Points.Count, "point");
        if (tables.Charts.Count > ChartDefinition.MaxCharts
            || tables.Charts.DistinctBy(chart => chart.Definition.Name, StringComparer.Ordinal).Count() != tables.Charts.Count)
            throw new InvalidDataException($"Charts have names of their own, and there are at most {ChartDefinition.MaxCharts}.");
        foreach (var chart in tables.Charts)
        {
            TablesCheck.Within(chart.Triggers.Concat(chart.Recoveries.Where(test => test != -1)), tables.Tests, "test");
            if (chart.Definition.Recoveries.Any(recovery =>
                    recovery.From is <= PaceLevel.Primary or > PaceLevel.Emergency || recovery.After < 0
                ) || chart.Definition.Triggers.Any(trigger => trigger.To is <= PaceLevel.Primary or > PaceLevel.Emergency))
                throw new InvalidDataException($"The chart '{chart.Definition.Name}' has a step that there is not.");
        }
        if (tables.Breakers.DistinctBy(breaker => breaker.Definition.Name, StringComparer.Ordinal).Count() != tables.Breakers.Count)
            throw new InvalidDataException("Two breakers have one name.");
        foreach (var breaker in tables.Breakers)
        {
            TablesCheck.Within(breaker.Points.Concat(breaker.Trips.Select(trip => trip.Point)), tables.Points.Count, "point");
            TablesCheck.Within(breaker.Trips.Select(trip => trip.Test), tables.Tests, "test");
            TablesCheck.Within(
                breaker.Trips.SelectMany(trip => trip.Counts).Select(count => count.Aggregate).Concat(breaker.Counts),
                tables.Aggregates.Count,
                "aggregate");
            if (breaker.Counts.Any(number => !tables.Aggregates[number].Kept.Definition.TripsBreaker))
                throw new InvalidDataException($"The breaker '{breaker.Definition.Name}' would begin a count anew that is not its own.");
            foreach (var trip in breaker.Trips)
                TablesCheck.Within(trip.Keys, tables.Points[trip.Point].Layout.ToolRegion, "slot");
            if (breaker.Definition is { OpenFor: <= 0 } or { Probes: < 0 } or { Path.Count: 0, Probes: > 0 })
                throw new InvalidDataException($"The breaker '{breaker.Definition.Name}' does not stay open.");
            foreach (var point in breaker.Points)
            {
                if (breaker.Definition.Path.Count > 0
                    && SlotLayout.Find(tables.Points[point].Layout.Facts, breaker.Definition.Path.AsSpan()) is not { Shape: TextShape })
                    throw new InvalidDataException($"The breaker '{breaker.Definition.Name}' stands where its key is no text.");
            }
        }
    }

    private static void Write(Utf8JsonWriter writer, TripTable trip)
    {
        writer.WriteStartObject();
        writer.WriteNumber("point", trip.Point);
        writer.WriteNumber("tool", trip.Tool);
        writer.WriteNumber("test", trip.Test);
        writer.List("counts", trip.Counts, count =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("aggregate", count.Aggregate);
            writer.WriteNumber("least", count.Least);
            writer.WriteEndObject();
        });
        writer.Ints("keys", trip.Keys);
        writer.WriteEndObject();
    }

    private static TripTable ReadTrip(JsonElement json) => new(
        json.Int("point"), json.Int("tool"), json.Int("test"),
        json.List("counts", count => new LeastCount(count.Int("aggregate"), count.Long("least"))),
        json.Ints("keys"));

    private static void Write(Utf8JsonWriter writer, ChartTrigger trigger, int test)
    {
        writer.WriteStartObject();
        writer.WriteString("digest", trigger.Digest);
        writer.WriteNumber("to", (int)trigger.To);
        writer.WriteNumber("test", test);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ChartRecovery recovery, int test)
    {
        writer.WriteStartObject();
        writer.WriteNumber("from", (int)recovery.From);
        writer.Texts("by", recovery.Authorities);
        writer.WriteNumber("after", recovery.After);
        writer.WriteNumber("test", test);
        writer.WriteEndObject();
    }
}
