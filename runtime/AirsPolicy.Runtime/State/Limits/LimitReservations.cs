namespace AirsPolicy.Runtime.State.Limits;

/// <summary>What is set aside for decisions that wait, by number; only under the lock of the ledger.</summary>
internal sealed class LimitReservations
{
    private readonly Dictionary<long, SetAsideDraw[]> _draws = [];

    /// <summary>The number that was given last.</summary>
    public long Last { get; set; }

    /// <summary>The numbers under which something is set aside.</summary>
    public IReadOnlyCollection<long> Numbers => _draws.Keys;

    /// <summary>How many decisions wait.</summary>
    public int Count => _draws.Count;

    /// <summary>Notes what was set aside, and gives its number.</summary>
    public long Add(LimitTally[] limits, ReadOnlySpan<LimitDraw> draws)
    {
        var kept = new SetAsideDraw[draws.Length];
        for (var i = 0; i < draws.Length; i++)
            kept[i] = new SetAsideDraw(limits[draws[i].Limit], draws[i]);
        _draws.Add(++Last, kept);
        return Last;
    }

    /// <summary>Takes over what was set aside under a number.</summary>
    public void Restore(long number, SetAsideDraw[] draws)
    {
        _draws[number] = draws;
        Last = Math.Max(Last, number);
    }

    /// <summary>What is set aside under a number, or null where it has been settled.</summary>
    public SetAsideDraw[]? Find(long reservation) => _draws.GetValueOrDefault(reservation);

    /// <summary>The same, which is then no longer there.</summary>
    public SetAsideDraw[]? Take(long reservation) => _draws.Remove(reservation, out var draws) ? draws : null;
}

/// <summary>A draw that waits, with its limit, which may by then have another number.</summary>
internal readonly record struct SetAsideDraw(LimitTally Limit, LimitDraw Draw)
{
    public bool HasRoom(long now) => Limit.HasRoom(Draw.Key.Key, now);

    public void SetAside() => Limit.SetAside(Draw);

    public void PutBack() => Limit.PutBack(Draw);
}
