using AirsPolicy.Runtime.Programs.Tables;

namespace AirsPolicy.Runtime.Programs.Past;

/// <summary>
/// What a decision at one point, for one tool where it knows tools, has to do with the past; where it has nothing to do with it there is
/// none.
/// </summary>
internal sealed class PointPast
{
    private PointPast(Feed[] feeds, Draw[] draws, ContentTable[] contents)
    {
        (Feeds, Draws, Contents) = (feeds, draws, contents);
        FeedsOnGoing = [.. feeds.Where(feed => feed.Takes(wentOn: true))];
        FeedsOnRefusal = [.. feeds.Where(feed => feed.Takes(wentOn: false))];
        MostDraws = 1 + draws.Sum(draw => draw.Table.Shares.Count);
    }

    /// <summary>What is written down of it.</summary>
    public Feed[] Feeds { get; }

    /// <summary>The same of a decision that goes on.</summary>
    public Feed[] FeedsOnGoing { get; }

    /// <summary>The same of one that is refused or waits.</summary>
    public Feed[] FeedsOnRefusal { get; }

    /// <summary>What it draws, by rising number of the limit.</summary>
    public Draw[] Draws { get; }

    /// <summary>What it brings into its session.</summary>
    public ContentTable[] Contents { get; }

    /// <summary>How often it is decided at most, where others draw from its limits meanwhile: each time one more arm has come in.</summary>
    public int MostDraws { get; }

    /// <summary>The code that works out what is drawn from a limit, or null where nothing is.</summary>
    public int? TestOf(int limit)
    {
        foreach (ref readonly var draw in Draws.AsSpan())
        {
            if (draw.Limit == limit)
                return draw.Test;
        }
        return null;
    }

    /// <summary>What concerns a point and tool, or null.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="point">The number of the point.</param>
    /// <param name="tool">The number of the tool; -1 where none is known.</param>
    /// <param name="asks">Whether a rule that stands there asks for the past.</param>
    public static PointPast? Of(ProgramTables tables, int point, int tool, bool asks)
    {
        var feeds = tables.Aggregates
            .SelectMany((table, number) => Here(table.Feeds).Select(feed => new Feed(number, table, feed.Test)))
            .ToArray();
        var draws = tables.Limits
            .SelectMany((table, number) => Here(table.Draws).Select(draw => new Draw(number, table, draw.Test)))
            .ToArray();
        var contents = tables.Contents.Where(content => content.Point == point && (content.Tool < 0 || content.Tool == tool)).ToArray();
        return asks || feeds.Length + draws.Length + contents.Length > 0 ? new PointPast(feeds, draws, contents) : null;

        IEnumerable<FeedTable> Here(IEnumerable<FeedTable> candidates) =>
            candidates.Where(candidate => candidate.Point == point && (candidate.Tool < 0 || candidate.Tool == tool));
    }
}

/// <summary>How a decision feeds an aggregate.</summary>
internal readonly record struct Feed(int Aggregate, AggregateTable Table, int Test)
{
    /// <summary>Whether decisions that went on, or those that were refused, are its events.</summary>
    public bool Takes(bool wentOn) => wentOn ? Table.WentOn : Table.Refused;
}

/// <summary>How a decision draws from a limit.</summary>
internal readonly record struct Draw(int Limit, LimitTable Table, int Test);
