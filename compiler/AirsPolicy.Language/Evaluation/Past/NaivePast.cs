using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State;

namespace AirsPolicy.Language.Evaluation.Past;

/// <summary>The meaning of what counts over time, by looking through everything that ever happened.</summary>
internal static class NaivePast
{
    /// <summary>What an aggregate comes to for a key.</summary>
    /// <param name="number">The number of the aggregate.</param>
    public static TallyReading Read(AggregateModel aggregate, int number, IEnumerable<PastDecision> past, ValueList<Value> keys, long now)
    {
        var (failure, own) = Own(aggregate, number, past, keys, now);
        if (failure != FailureKind.None)
            return new TallyReading(failure, 0);
        if (aggregate.Kind is AggregateKind.Mean or AggregateKind.Deviation && own.Count == 0)
            return TallyReading.OfNone;
        return new TallyReading(FailureKind.None, aggregate.Kind switch
        {
            AggregateKind.Sum => own.Aggregate(Int128.Zero, (sum, occurrence) => sum + AmountOf(occurrence)),
            AggregateKind.Mean => (Int128)NaiveSpread.Mean([.. own.Select(AmountOf)]),
            AggregateKind.Deviation => (Int128)NaiveSpread.Deviation([.. own.Select(AmountOf)]),
            AggregateKind.Distinct => own.Select(occurrence => occurrence.Value).Distinct().Count(),
            _ => own.Count,
        });
    }

    private static Int128 AmountOf(Occurrence occurrence) => Amounts.Of(occurrence.Value!)!.Value;

    /// <summary>The steps of a key, from the first; or why they cannot be told.</summary>
    public static (FailureKind Failure, IEnumerable<string> Steps) Steps(
        AggregateModel aggregate,
        int number,
        IEnumerable<PastDecision> past,
        ValueList<Value> keys,
        long now)
    {
        var (failure, own) = Own(aggregate, number, past, keys, now);
        return (failure, own.Select(occurrence => ((TextValue)occurrence.Value!).Text));
    }

    private static (FailureKind Failure, List<Occurrence> Own) Own(
        AggregateModel aggregate,
        int number,
        IEnumerable<PastDecision> past,
        ValueList<Value> keys,
        long now)
    {
        var counting = Left(
            past.Where(decision => Counts(aggregate.Within, aggregate.UpTo > 0, decision.At, now)), aggregate.Owner,
            decision => IsOf(aggregate.Fate, decision.Fate) ? decision.Events[number] : null, occurrence => occurrence.Keys);
        // Of what cannot be told the latest is named, and before all else what may concern everyone.
        if (counting.FindLast(occurrence => occurrence.Keys is null) is { } unknown)
            return (unknown.Failure, []);
        var own = counting.FindAll(occurrence => occurrence.Keys == keys);
        if (own.FindLast(occurrence => occurrence.Failure != FailureKind.None) is { } failed)
            return (failed.Failure, []);
        return (FailureKind.None, own);
    }

    /// <summary>What counts against a limit for a key: what went on within its window, and what waits.</summary>
    public static Int128 Drawn(LimitModel limit, int number, IReadOnlyCollection<PastDecision> past, ValueList<Value> keys, long now)
    {
        var waiting = past.Where(decision => decision.Fate is null).Select(decision => decision.Draws[number]).OfType<Draw>();
        var drawn = Left(
            past.Where(decision => Counts(limit.Within, limit.Exact > 0, decision.At, now)), limit.Owner,
            decision => decision.Fate == EventFate.WentOn ? decision.Draws[number] : null, draw => draw.Keys);
        return waiting.Concat(drawn).Where(draw => draw.Keys == keys).Aggregate(Int128.Zero, (sum, draw) => sum + draw.Amount);
    }

    // What is left of what happened: the end of a session takes what was its own, its own event among it.
    private static List<T> Left<T>(
        IEnumerable<PastDecision> past,
        StateOwner owner,
        Func<PastDecision, T?> happened,
        Func<T, ValueList<Value>?> keysOf)
        where T : class
    {
        var standing = new List<T>();
        foreach (var decision in past)
        {
            if (happened(decision) is { } one)
                standing.Add(one);
            if (owner == StateOwner.Session && decision.Ended is { } session)
                standing.RemoveAll(earlier => keysOf(earlier) is { } keys && keys[0] == session);
        }
        return standing;
    }

    // Exactly the window, or sixtieths of it with the oldest counted whole.
    private static bool Counts(long within, bool exact, long at, long now)
    {
        if (within == 0)
            return true;
        if (exact)
            return now - at < within;
        var sixtieth = (within + TimeWindow.Slices - 1) / TimeWindow.Slices;
        return at / sixtieth >= now / sixtieth - TimeWindow.Slices;
    }

    private static bool IsOf(EventFate asked, EventFate? fate) => fate is not null && (asked == EventFate.All || asked == fate);
}
