using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Numbers;
using AirsPolicy.Runtime.State.Keys;
using AirsPolicy.Runtime.State.Tallies;

namespace AirsPolicy.Runtime.State.Limits;

/// <summary>One limit: what was drawn within its window, and what is set aside for those who wait. Marks never fall.</summary>
internal sealed class LimitTally(LimitDefinition definition)
{
    private readonly KeyedTallies _drawn = definition.NewTallies();
    // Only of keys for which something waits.
    private readonly Dictionary<StateKey, Int128> _setAside = [];

    public long Mark(long now) => _drawn.Window.Mark(now);

    /// <summary>What counts against the limit: drawn and set aside.</summary>
    public TallyReading Read(in StateKey key, long mark)
    {
        var drawn = _drawn.Read(key, mark);
        if (drawn.Failure != FailureKind.None || !_setAside.TryGetValue(key, out var waiting))
            return drawn;
        return SumAmount.TryAdd(drawn.Amount, waiting, out var total) ? TallyReading.Of(total) : TallyReading.Failed(FailureKind.Overflow);
    }

    public bool HasRoom(in StateKey key, long mark) => _drawn.HasRoom(key, mark);

    /// <summary>Refuses draws that what is remembered could not tell apart from smaller ones.</summary>
    public void RequireWellFormed(in LimitDraw draw)
    {
        if (definition.Exact == 0)
            return;
        ArgumentOutOfRangeException.ThrowIfNotEqual(draw.Amount, Int128.One, nameof(draw));
        if (draw.Ceiling != Int128.MaxValue)
            ArgumentOutOfRangeException.ThrowIfGreaterThan(draw.Ceiling, definition.Exact, nameof(draw));
    }

    public void Draw(in LimitDraw draw, long mark)
    {
        if (draw.Amount > 0)
            _drawn.Add(draw.Key, new Occurrence(mark, draw.Amount, default));
    }

    public void SetAside(in LimitDraw draw) =>
        _setAside[draw.Key.Key] = _setAside.GetValueOrDefault(draw.Key.Key) + draw.Amount;

    public void PutBack(in LimitDraw draw)
    {
        var rest = _setAside.GetValueOrDefault(draw.Key.Key) - draw.Amount;
        if (rest > 0)
            _setAside[draw.Key.Key] = rest;
        else
            _setAside.Remove(draw.Key.Key);
    }

    public void Forget(in StateKey ended) => _drawn.Remove(ended);
}
