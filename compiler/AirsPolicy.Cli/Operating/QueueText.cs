using System.Text.Json.Nodes;
using AirsPolicy.Cli.Console;

namespace AirsPolicy.Cli.Operating;

/// <summary>What waits by queue, for people.</summary>
internal static class QueueText
{
    public static void Write(Terminal terminal, JsonObject answer)
    {
        var now = terminal.Time.GetUtcNow();
        var columns = new TextColumns(terminal.Ink, 0, 7, 6, 6, Math.Max(20, terminal.Width - 45), 14);
        columns.Row(Tone.Faint, "waiting", "oldest", "left", "queue", "reviewers");
        foreach (var queue in TextOf.Items(answer, "queues"))
        {
            var waits = queue["since"] is not null;
            columns.Row(
                waits ? Tone.Strong : Tone.Plain,
                TextOf.Member(queue, "waiting"),
                TextOf.Distance(queue, "since", now),
                queue["due"] is not null ? TextOf.Distance(queue, "due", now) : waits ? "no end" : "",
                TextOf.Member(queue, "name"),
                string.Join(", ", (queue["reviewers"] as JsonArray ?? []).Select(role => DisplayText.Visible((string?)role ?? ""))));
        }
    }
}
