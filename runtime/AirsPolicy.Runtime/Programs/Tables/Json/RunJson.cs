using System.Text.Json;

namespace AirsPolicy.Runtime.Programs.Tables.Json;

/// <summary>What runs are held to, as JSON.</summary>
internal static class RunJson
{
    public static void Write(Utf8JsonWriter writer, RunTable run)
    {
        writer.WriteStartObject();
        writer.WriteString("name", run.Name);
        writer.Texts("agents", run.Agents);
        writer.WriteNumber("began", run.Began);
        writer.WriteNumber("order", run.Order);
        writer.List("goals", run.Goals, goal => Write(writer, goal));
        writer.WriteEndObject();
    }

    public static RunTable Read(JsonElement json) =>
        new(
            json.Text("name"),
            json.Texts("agents"),
            json.Int("began"),
            json.Int("order"),
            json.List("goals", goal => new RunGoalTable(goal.Text("name"), goal.Int("reached"))));

    /// <exception cref="InvalidDataException">A number leads nowhere, or to what keeps no order.</exception>
    public static void Check(ProgramTables tables)
    {
        TablesCheck.Within(tables.RunPoints, tables.Points.Count, "point");
        foreach (var run in tables.Runs)
        {
            TablesCheck.Within(
                [run.Began, .. Known(run.Order), .. run.Goals.SelectMany(goal => Known(goal.Reached))],
                tables.Aggregates.Count,
                "aggregate");
            if (run.Order != -1 && tables.Aggregates[run.Order].Kept.Definition.Order is null)
                throw new InvalidDataException($"The aggregate {run.Order} keeps no order.");
        }
    }

    private static void Write(Utf8JsonWriter writer, RunGoalTable goal)
    {
        writer.WriteStartObject();
        writer.WriteString("name", goal.Name);
        writer.WriteNumber("reached", goal.Reached);
        writer.WriteEndObject();
    }

    private static int[] Known(int aggregate) => aggregate == -1 ? [] : [aggregate];
}
