using AirsPolicy.Runtime.Runs;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Origins;
using AirsPolicy.Text.Scores;

namespace AirsPolicy.Runtime.Programs.Tables.Json;

/// <summary>
/// Whether what tables say of the past can be kept: bounded windows, shares and counts, and no decision that feeds or draws twice at once.
/// </summary>
internal static class StateCheck
{
    // More of either would make every start of a host, and every decision, long.
    private const int MostKept = 1 << 14;
    // A thousand times what a limit allows; a share of the greatest amount is then still an amount.
    private const long GreatestShare = 1_000 * Millionths.Whole;
    private const long LongestWindow = long.MaxValue - TimeWindow.Slices;

    /// <exception cref="InvalidDataException">Something cannot be kept, or a number leads nowhere.</exception>
    public static void Check(ProgramTables tables)
    {
        Most(tables.Aggregates.Count, "aggregates");
        Most(tables.Limits.Count, "limits");
        Most(tables.Contents.Count, "contents");
        Once(tables.Aggregates.Select(aggregate => aggregate.Kept.Digest));
        Once(tables.Limits.Select(limit => limit.Kept.Digest));
        foreach (var aggregate in tables.Aggregates)
        {
            Window(aggregate.Kept.Definition.Within);
            // A comparison with the greatest constant has to tell one more.
            TablesCheck.Within([aggregate.Kept.Definition.UpTo], AggregateDefinition.MaxExact + 2, "exact count");
            Order(aggregate.Kept.Definition);
            Feeds(aggregate.Feeds, tables);
        }
        foreach (var content in tables.Contents)
        {
            TablesCheck.Within([content.Test], tables.Tests, "test");
            TablesCheck.Within([content.Point], tables.Points.Count, "point");
            if (content.Tool != -1)
                TablesCheck.Within([content.Tool], tables.Points[content.Point].Tools.Count, "tool");
            TablesCheck.Within(content.Origins.Concat(content.Labels), tables.Origins.Count, "origin");
            if (content.HasTexts && content.Origins.Count == 0)
                throw new InvalidDataException("Texts that come into a session have no origin.");
        }
        if (tables.Origins.Count > 0 && !tables.Origins.Take(FixedOrigins.Names.Count).SequenceEqual(FixedOrigins.Names))
            throw new InvalidDataException("The origins do not begin with those that every policy has.");
        foreach (var limit in tables.Limits)
        {
            Window(limit.Kept.Definition.Within);
            TablesCheck.Within([limit.Kept.Definition.Exact], AggregateDefinition.MaxExact + 1, "exact count");
            TablesCheck.Within([limit.Control], tables.Controls.Count, "control");
            Shares([.. limit.Shares]);
            Feeds(limit.Draws, tables);
        }
    }

    private static void Feeds(IReadOnlyList<FeedTable> feeds, ProgramTables tables)
    {
        TablesCheck.Within(feeds.Select(feed => feed.Test), tables.Tests, "test");
        TablesCheck.Within(feeds.Select(feed => feed.Point), tables.Points.Count, "point");
        foreach (var feed in feeds)
        {
            if (feed.Tool != -1)
                TablesCheck.Within([feed.Tool], tables.Points[feed.Point].Tools.Count, "tool");
        }
        foreach (var point in feeds.GroupBy(feed => feed.Point))
        {
            var tools = point.Select(feed => feed.Tool).ToList();
            if (tools.Distinct().Count() != tools.Count || tools.Contains(-1) && tools.Count > 1)
                throw new InvalidDataException(
                    $"A decision at '{tables.Points[point.Key].Layout.Point}' would feed or draw twice at once.");
        }
    }

    // Names are looked up by halves.
    private static void Order(AggregateDefinition definition)
    {
        if (definition.Kind == AggregateKind.Steps != definition.Order is not null)
            throw new InvalidDataException("Steps, and nothing else, are counted by an order.");
        if (definition.Order is not { } order)
            return;
        var isSorted = order.Names.Zip(order.Names.Skip(1)).All(names => string.CompareOrdinal(names.First, names.Second) < 0);
        if (!isSorted || order.Count is 0 or > StepLimits.MaxStates || order.Moves.Count != order.Count * order.Names.Count)
            throw new InvalidDataException("The automaton of an order is not whole.");
        TablesCheck.Within(order.Moves.Select(move => move + 1), order.Count + 1, "state");
    }

    private static void Shares(long[] shares)
    {
        for (var i = 0; i < shares.Length; i++)
        {
            if (shares[i] <= (i == 0 ? 0 : shares[i - 1]) || shares[i] > GreatestShare)
                throw new InvalidDataException("The shares of a limit do not rise from above nought, each once.");
        }
    }

    private static void Window(long within)
    {
        if (within is < 0 or > LongestWindow)
            throw new InvalidDataException($"There is no window of {within} ticks.");
    }

    private static void Most(int count, string what)
    {
        if (count > MostKept)
            throw new InvalidDataException($"There are {count} {what}, where at most {MostKept} are taken.");
    }

    private static void Once(IEnumerable<string> digests)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var digest in digests)
        {
            if (!known.Add(digest))
                throw new InvalidDataException("Two aggregates or two limits have one digest.");
        }
    }
}
