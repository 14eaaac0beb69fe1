using System.Text.Json.Nodes;
using AirsPolicy.Cli.Console;
using AirsPolicy.Runtime.Facts.Layout;

namespace AirsPolicy.Cli.Reviewing;

/// <summary>A request as lines of a terminal, the content that is decided on first.</summary>
/// <param name="Lines">The lines, none wider than the terminal, without anything that acts on it.</param>
/// <param name="Content">How many of them lead to the end of the content.</param>
internal sealed record ItemPage(IReadOnlyList<string> Lines, int Content)
{
    public static ItemPage Of(WaitingItem item, DateTimeOffset now, int width)
    {
        var lines = new List<string>();
        Add($"{item.What}   priority {item.Priority}   waits {item.Age(now)}   time left {item.Left(now)}");
        Add($"asked by {Or(item.Askers, "nobody known")}   in {item.Queues}");
        Add($"approved by {Or(item.Approvals, "nobody")}   claimed by {Or(item.ClaimedBy, "nobody")}");
        Add($"why: {item.Why}");
        if (item.Replaces is { } replaced)
            Add($"takes the place of request {replaced}");
        foreach (var change in item.Changes)
            Add($"the policy changes it: {change}");
        foreach (var comment in item.Comments)
            Add($"comment of {comment}");
        if (item.Facts is not { } facts)
        {
            Add("The content was too large to be kept, so that it cannot be approved here.");
            return new ItemPage(lines, lines.Count);
        }
        var names = AskedFacts.Of(item.Point).Select(name => name.Split('.')[0]).ToHashSet(StringComparer.Ordinal);
        AddJson("What is asked for", facts.Where(fact => names.Contains(fact.Key)));
        var content = lines.Count;
        AddJson("How things stood", facts.Where(fact => !names.Contains(fact.Key)));
        return new ItemPage(lines, content);

        void AddJson(string title, IEnumerable<KeyValuePair<string, JsonNode?>> members)
        {
            lines.Add("");
            Add($"{title}:");
            var shown = new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
            foreach (var line in VisibleJson.Of(shown).Split('\n'))
                Add(line);
        }

        void Add(string text) => lines.AddRange(Cut(text, width));
    }

    /// <summary>A line as the terminal shows it, in as many as it takes. It is never cut within a character.</summary>
    public static IEnumerable<string> Cut(string text, int width)
    {
        var visible = DisplayText.Visible(text);
        var columns = DisplayText.Of(visible);
        var start = 0;
        for (var at = 1; at <= visible.Length; at++)
        {
            var isEnd = at == visible.Length;
            if (!isEnd && (char.IsLowSurrogate(visible[at]) || columns.ColumnOf(Next(visible, at)) - columns.ColumnOf(start) <= width))
                continue;
            yield return visible[start..at];
            start = at;
        }
        if (visible.Length == 0)
            yield return "";
    }

    private static int Next(string text, int at) => at + (char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1);

    private static string Or(string? text, string otherwise) => string.IsNullOrEmpty(text) ? otherwise : text;
}
