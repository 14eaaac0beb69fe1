using System.Text.Json;
using AirsPolicy.Runtime.Numbers;
using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Hosting.Reviewing;

/// <summary>What waits, by queue: how much, since when, and how long people have for it.</summary>
internal static class QueueJson
{
    /// <summary>Writes the queues, as one member.</summary>
    /// <param name="by">Whose queues alone; null for all.</param>
    public static void Write(Utf8JsonWriter json, PolicyHost host, Reviewer? by)
    {
        var waiting = host.Waiting();
        var names = host.Queues.Select(queue => (queue.Name, Roles: Roles(queue.Reviewers, queue.HandsOn)))
            // What waits since before a change of policy waits in queues that may be gone.
            .Concat(
                waiting
                    .SelectMany(request => request.Request.Queues)
                    .Select(queue => (queue.Name, Roles: Roles(queue.Reviewers, queue.HandsOn))))
            .Where(queue => by is null || queue.Roles.Any(role => by.Roles.Contains(role)))
            .DistinctBy(queue => queue.Name)
            .OrderBy(queue => queue.Name, StringComparer.Ordinal);
        var missing = waiting
            .SelectMany(request => request.Request.Queues.Select(queue => (request, queue)))
            .Where(asked => asked.request.Missing(asked.queue) > 0)
            .ToLookup(asked => asked.queue.Name, asked => (asked.request.Request.Since, asked.queue.Due), StringComparer.Ordinal);
        json.WriteStartArray("queues");
        foreach (var (name, roles) in names)
        {
            var asked = missing[name].ToList();
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteNumber("waiting", asked.Count);
            if (asked.Count > 0)
                json.WriteString("since", InstantText.Format(asked.Min(request => request.Since)));
            if (asked.Count > 0 && asked.Min(request => request.Due) is < long.MaxValue and var due)
                json.WriteString("due", InstantText.Format(due));
            json.WriteStartArray("reviewers");
            foreach (var role in roles)
                json.WriteStringValue(role);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    // Those who decide later are reviewers of the queue too.
    private static IEnumerable<string> Roles(IEnumerable<string> reviewers, IEnumerable<HandOn> handsOn) =>
        reviewers.Concat(handsOn.SelectMany(on => on.Roles)).Distinct(StringComparer.Ordinal);
}
