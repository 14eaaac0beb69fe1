using System.Text.Json;
using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Runtime.Programs.Tables.Json;

/// <summary>Queues as JSON.</summary>
internal static class QueueJson
{
    public static void Write(Utf8JsonWriter writer, QueueDefinition queue)
    {
        writer.WriteStartObject();
        writer.WriteString("name", queue.Name);
        writer.Texts("reviewers", queue.Reviewers);
        writer.WriteNumber("approvals", queue.Approvals);
        writer.WriteNumber("canary", queue.Canary);
        writer.List("handsOn", queue.HandsOn, on =>
        {
            writer.WriteStartObject();
            writer.Texts("roles", on.Roles);
            writer.WriteNumber("after", on.After);
            writer.WriteEndObject();
        });
        writer.WriteNumber("priority", (int)queue.Priority);
        writer.WriteEndObject();
    }

    public static QueueDefinition Read(JsonElement json) =>
        new(json.Text("name"), json.Texts("reviewers"), json.Int("approvals"), json.Int("canary"))
        {
            HandsOn = json.List("handsOn", on => new HandOn(on.Texts("roles"), on.Long("after"))),
            Priority = json.Named<ReviewPriority>("priority"),
        };

    /// <exception cref="InvalidDataException">
    /// A queue asks for nobody, so that what waits in it would go on by itself, hands on at once, or stands twice.
    /// </exception>
    public static void Check(ProgramTables tables)
    {
        if (tables.Queues.FirstOrDefault(queue => queue.Approvals < 1) is { } open)
            throw new InvalidDataException($"The queue '{open.Name}' asks for {open.Approvals} approvals.");
        if (tables.Queues.FirstOrDefault(queue => queue.HandsOn.Any(on => on.After <= 0)) is { } hasty)
            throw new InvalidDataException($"The queue '{hasty.Name}' hands on before anybody has waited.");
        if (tables.Queues.GroupBy(queue => queue.Name, StringComparer.Ordinal).FirstOrDefault(queues => queues.Count() > 1) is { } twice)
            throw new InvalidDataException($"The queue '{twice.Key}' stands twice.");
    }
}
