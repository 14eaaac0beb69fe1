using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Numbers;
using AirsPolicy.Runtime.State.Keys;
using AirsPolicy.Runtime.State.Stores;
using AirsPolicy.Runtime.State.Tallies;

namespace AirsPolicy.Runtime.State.Limits;

/// <summary>One limit of a policy: what counts against it of what was drawn, and what is set aside for those who wait.</summary>
/// <param name="definition">How the limit remembers draws.</param>
/// <param name="amounts">What was drawn, also under other bounds.</param>
/// <param name="number">Its number among all that is kept, which journals know.</param>
internal sealed class LimitTally(LimitDefinition definition, DrawnAmounts amounts, int number)
{
    private readonly KeyedTallies _drawn = amounts.Of(definition);

    /// <summary>Its number among all that is kept.</summary>
    public int Number => number;

    /// <summary>Whether each draw is remembered by itself.</summary>
    public bool IsExact => definition.IsExact;

    /// <summary>Amounts are drawn, as of money or tokens; not how often something is done.</summary>
    public bool IsOfAmounts => definition.Exact == 0;

    /// <summary>What counts against the limit: drawn and set aside.</summary>
    public TallyReading Read(in StateKey key, long now)
    {
        var drawn = Drawn(key, now);
        return drawn.Failure == FailureKind.None && amounts.SetAside.TryGetValue(key, out var waiting) ? Sum(drawn.Amount, waiting) : drawn;
    }

    /// <summary>How full what is drawn is.</summary>
    public StoreReading Reading(string store) => _drawn.Reading(store);

    /// <summary>For how many keys there is room.</summary>
    public NoRoom NoRoom => _drawn.NoRoom;

    public bool HasRoom(in StateKey key, long now) => _drawn.HasRoom(key, _drawn.Window.Mark(now));

    /// <summary>Refuses draws that what is remembered could not tell apart from smaller ones.</summary>
    public void RequireWellFormed(in LimitDraw draw)
    {
        if (definition.Exact == 0)
            return;
        ArgumentOutOfRangeException.ThrowIfNotEqual(draw.Amount, Int128.One, nameof(draw));
        if (draw.Ceiling != Int128.MaxValue)
            ArgumentOutOfRangeException.ThrowIfGreaterThan(draw.Ceiling, definition.Exact, nameof(draw));
    }

    public void Draw(in LimitDraw draw, long now)
    {
        if (draw.Amount > 0)
            _drawn.Add(draw.Key, new Occurrence(_drawn.Window.Mark(now), draw.Amount, default));
    }

    public void SetAside(in LimitDraw draw) =>
        amounts.SetAside[draw.Key.Key] = amounts.SetAside.GetValueOrDefault(draw.Key.Key) + draw.Amount;

    public void PutBack(in LimitDraw draw)
    {
        var rest = amounts.SetAside.GetValueOrDefault(draw.Key.Key) - draw.Amount;
        if (rest > 0)
            amounts.SetAside[draw.Key.Key] = rest;
        else
            amounts.SetAside.Remove(draw.Key.Key);
    }

    public void Forget(in StateKey ended) => amounts.Forget(ended);

    // What was drawn while the limit was remembered in the other way counts beside it.
    private TallyReading Drawn(in StateKey key, long now)
    {
        var drawn = _drawn.Read(key, _drawn.Window.Mark(now));
        if (drawn.Failure != FailureKind.None || amounts.OtherOf(definition) is not { } other)
            return drawn;
        var before = other.Read(key, other.Window.Mark(now));
        if (before.Failure != FailureKind.None)
            return before;
        // So many may have been more, which only a limit that is exact need not know.
        return !definition.IsExact && before.Amount >= AggregateDefinition.MaxExact
            ? TallyReading.Failed(FailureKind.OverLimit)
            : Sum(drawn.Amount, before.Amount);
    }

    private static TallyReading Sum(Int128 one, Int128 other) =>
        SumAmount.TryAdd(one, other, out var total) ? TallyReading.Of(total) : TallyReading.Failed(FailureKind.Overflow);
}
