using AirsPolicy.Runtime.State.Changes;

namespace AirsPolicy.Runtime.State.Limits;

/// <summary>What journals know of draws: how they are written again, and done again.</summary>
public sealed partial class LimitLedger
{
    /// <summary>The numbers under which something is set aside.</summary>
    internal IReadOnlyList<long> SetAsideNumbers
    {
        get
        {
            lock (_clock.Order)
                return [.. _reservations.Numbers];
        }
    }

    /// <summary>Writes again what is kept, by number. Under the lock of the clock.</summary>
    internal void RewriteKnown()
    {
        foreach (var (number, (limit, _)) in _kept.All.Index())
            Known(_clock.Journal!, limit, number, ChangeRole.Whole);
    }

    /// <summary>Writes again what was drawn and is set aside.</summary>
    internal void Rewrite()
    {
        lock (_clock.Order)
        {
            _clock.Journal!.Begin(ChangeKind.SetAsideWhole).Add(_reservations.Last).End(ChangeRole.Whole);
            foreach (var reservation in _reservations.Numbers)
                Write(ChangeKind.SetAside, reservation, ChangeRole.Whole);
        }
        for (var number = 0; ; number++)
        {
            lock (_clock.Order)
            {
                if (number >= _kept.All.Count)
                    return;
                var kept = number;
                _kept.All[kept]
                    .Tally.Write((journal, isExact) =>
                        journal.Begin(ChangeKind.LimitWhole).Add((long)kept).Add(_clock.Latest).Add(isExact));
            }
        }
    }

    /// <summary>Does again what a change has done.</summary>
    internal void Apply(ChangeKind kind, ref ChangeReader change)
    {
        lock (_clock.Order)
        {
            switch (kind)
            {
                case ChangeKind.LimitKnown:
                    _kept.Restore(number: change.Int(), meaning: DrawnMeaning.Read(ref change));
                    break;
                case ChangeKind.Drawn:
                    var (drawn, at) = (LimitOf(ref change), change.Long());
                    _clock.Advance(at);
                    drawn.Draw(new LimitDraw(0, change.EventKey(), change.Int128(), Int128.MaxValue), _clock.Latest);
                    break;
                case ChangeKind.SetAside:
                    Restore(ref change);
                    break;
                case ChangeKind.Released:
                    foreach (var draw in _reservations.Take(change.Long()) ?? [])
                        draw.PutBack();
                    break;
                case ChangeKind.LimitForgotten:
                    _kept.Kept(change.Int()).Tally.Forget(change.Key());
                    break;
                case ChangeKind.DrawsEnded:
                    EndAll(change.Word<StateOwner>(), change.Key());
                    break;
                case ChangeKind.LimitWhole:
                    var (meaning, amounts) = _kept.Kept(change.Int());
                    _clock.Advance(change.Long());
                    amounts.Of(meaning.Definition(change.Flag())).Read(ref change);
                    break;
                case ChangeKind.SetAsideWhole:
                    foreach (var number in _reservations.Numbers.ToList())
                    {
                        foreach (var draw in _reservations.Take(number)!)
                            draw.PutBack();
                    }
                    _reservations.Last = change.Long();
                    break;
            }
        }
    }

    private void Restore(ref ChangeReader change)
    {
        var number = change.Long();
        var draws = new SetAsideDraw[change.Count()];
        for (var i = 0; i < draws.Length; i++)
        {
            draws[i] = new SetAsideDraw(
                LimitOf(ref change), new LimitDraw(i, change.EventKey(), change.Int128(), change.Int128()));
            draws[i].SetAside();
        }
        _reservations.Restore(number, draws);
    }

    // As the journal writes it: its number among all that is kept, and how exactly it remembers.
    private LimitTally LimitOf(ref ChangeReader change)
    {
        var number = change.Int();
        var (meaning, amounts) = _kept.Kept(number);
        return new LimitTally(meaning.Definition(change.Flag()), amounts, number);
    }

    private void Write(ChangeKind kind, long reservation, ChangeRole role)
    {
        if (_clock.Journal is not { } journal || _reservations.Find(reservation) is not { } draws)
            return;
        journal.Begin(kind).Add(reservation).Add((long)draws.Length);
        foreach (var (limit, draw) in draws)
            journal.Add((long)limit.Number).Add(limit.IsExact).Add(draw.Key).Add(draw.Amount).Add(draw.Ceiling);
        journal.End(role);
    }

    private static KeptByMeaning<DrawnMeaning, DrawnAmounts> NewKept(StateClock clock) =>
        new(
            _ => new DrawnAmounts(clock),
            clock.Journal is { } journal ? (limit, number) => Known(journal, limit, number, ChangeRole.Soon) : null);

    private static void Known(ChangeWriter journal, DrawnMeaning limit, int number, ChangeRole role)
    {
        journal.Begin(ChangeKind.LimitKnown).Add((long)number);
        limit.Write(journal);
        journal.End(role);
    }
}
