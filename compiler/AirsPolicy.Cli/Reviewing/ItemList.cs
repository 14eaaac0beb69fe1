using AirsPolicy.Cli.Console;

namespace AirsPolicy.Cli.Reviewing;

/// <summary>What waits, a request a line.</summary>
internal static class ItemList
{
    private const int Number = 6, Priority = 7, Time = 6;

    /// <summary>The lines, none wider than the terminal.</summary>
    /// <param name="items">What waits, in its order.</param>
    /// <param name="selected">Which is chosen; -1 for none.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<WaitingItem> items, int selected, DateTimeOffset now, int width) =>
        [
            Row(" ", "number", "prio", "age", "left", "what, where and why", width),
            .. items.Select((item, index) =>
                Row(
                    index == selected ? ">" : " ",
                    item.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    item.Priority,
                    item.Age(now),
                    item.Left(now),
                    $"{(item.ClaimedBy is { } by ? $"[{by}] " : "")}{item.What} by {item.Askers} in {item.Queues}: {item.Why}",
                    width)),
        ];

    private static string Row(string mark, string number, string priority, string age, string left, string what, int width) =>
        ItemPage
            .Cut(
                $"{mark}{DisplayText.Visible(number).PadLeft(Number)} {DisplayText.Visible(priority).PadRight(Priority)} "
                    + $"{age.PadLeft(Time)} {left.PadLeft(Time)}  {what}",
                width)
            .First();
}
