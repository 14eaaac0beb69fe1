using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Numbers;
using AirsPolicy.Runtime.State.Changes;
using AirsPolicy.Runtime.State.Keys;
using AirsPolicy.Runtime.State.Stores;

namespace AirsPolicy.Runtime.State.Limits;

/// <summary>
/// What has been drawn from the limits of a policy. The draws of a decision are made all together or not at all, and no two decisions at
/// once: of two that ask for the last of a limit one gets it. For any number of threads. Time is handed in and never runs back.
/// </summary>
public sealed partial class LimitLedger
{
    /// <summary>How many reservations can wait at a time.</summary>
    public const int MaxReservations = 100_000;

    private readonly StateClock _clock;
    private readonly KeptByMeaning<DrawnMeaning, DrawnAmounts> _kept;
    private readonly LimitTally[] _limits;
    private readonly LimitReservations _reservations;

    /// <summary>A ledger of which nothing is drawn.</summary>
    /// <param name="limits">The limits; the place in the list is the number of the limit.</param>
    public LimitLedger(ValueList<LimitDefinition> limits)
        : this([.. limits.Select(limit => new KeptLimit("", StateOwner.None, limit))], new StateClock(), before: null)
    {
    }

    /// <summary>
    /// A ledger that goes on with what was drawn from another, and with what is set aside there; both may be used meanwhile.
    /// </summary>
    /// <param name="limits">The limits.</param>
    /// <param name="clock">That of the other.</param>
    /// <param name="before">The other, or null.</param>
    internal LimitLedger(ValueList<KeptLimit> limits, StateClock clock, LimitLedger? before)
    {
        _clock = clock;
        _reservations = before?._reservations ?? new LimitReservations();
        lock (clock.Order)
        {
            _kept = before?._kept ?? NewKept(clock);
            var numbers = _kept.Of(limits.Select(DrawnMeaning.Of));
            _limits = [.. limits.Zip(numbers, (limit, number) => new LimitTally(limit.Definition, _kept.All[number].Tally, number))];
            foreach (var (_, drawn) in _kept.All)
                drawn.Trim(clock.Latest);
        }
    }

    /// <summary>How much of the room of each limit is taken, by number.</summary>
    /// <param name="name">What a limit is called.</param>
    /// <param name="now">The time, in UTC ticks.</param>
    internal IEnumerable<StoreReading> Stores(Func<int, string> name, long now)
    {
        lock (_clock.Order)
        {
            _clock.Advance(now);
            return
            [
                .. _limits.Select((limit, number) => limit.Reading(name(number))),
                new StoreReading("limits set aside", _reservations.Count, MaxReservations, 0, null),
            ];
        }
    }

    /// <summary>What counts against a limit for a key: drawn within its window, and set aside for those who wait.</summary>
    /// <param name="instead">
    /// What is set aside for the decision itself, which is made again and does not count twice; null for nothing.
    /// </param>
    public TallyReading Peek(int limit, in StateKey key, long now, long? instead = null)
    {
        lock (_clock.Order)
        {
            _clock.Advance(now);
            var own = TakeBack(instead);
            var reading = Read(limit, key);
            SetAside(own);
            return reading;
        }
    }

    /// <summary>Draws for a decision that goes on.</summary>
    /// <param name="draws">What it draws, by rising number of the limit.</param>
    /// <param name="now">The time, in UTC ticks.</param>
    /// <param name="instead">
    /// What was set aside for it while it waited, in whose place this is drawn; it stays set aside where nothing can be drawn. Null for
    /// nothing.
    /// </param>
    public DrawResult TryDraw(ReadOnlySpan<LimitDraw> draws, long now, long? instead = null)
    {
        RequireWellFormed(draws);
        lock (_clock.Order)
        {
            _clock.Advance(now);
            var own = TakeBack(instead);
            var result = Check(draws);
            if (!result.Drawn)
            {
                SetAside(own);
                return result;
            }
            if (instead is { } reservation)
                Taken(reservation);
            Draw(draws);
            return result;
        }
    }

    /// <summary>Sets aside what a held decision would draw. It counts, however long it waits, until it is committed or released.</summary>
    /// <param name="reservation">Its number, where it was made.</param>
    /// <param name="instead"><inheritdoc cref="TryDraw" path="/param[@name='instead']"/></param>
    public DrawResult TryReserve(ReadOnlySpan<LimitDraw> draws, long now, out long reservation, long? instead = null)
    {
        RequireWellFormed(draws);
        reservation = 0;
        lock (_clock.Order)
        {
            _clock.Advance(now);
            if (_reservations.Count >= MaxReservations)
                return DrawResult.Stopped(-1, FailureKind.OverLimit);
            var own = TakeBack(instead);
            var result = Check(draws);
            if (!result.Drawn)
            {
                SetAside(own);
                return result;
            }
            if (instead is { } before)
                Taken(before);
            foreach (ref readonly var draw in draws)
                _limits[draw.Limit].SetAside(draw);
            reservation = _reservations.Add(_limits, draws);
            Write(ChangeKind.SetAside, reservation, ChangeRole.First);
            return result;
        }
    }

    /// <summary>Draws what was set aside: the held decision went on. Its time counts from now.</summary>
    /// <returns>
    /// <see cref="FailureKind.None"/>; <see cref="FailureKind.Unknown"/> where it has been settled already;
    /// <see cref="FailureKind.OverLimit"/>
    /// where a limit has no room for another key, and what is set aside stays so.
    /// </returns>
    public FailureKind Commit(long reservation, long now)
    {
        lock (_clock.Order)
        {
            _clock.Advance(now);
            if (_reservations.Find(reservation) is not { } draws)
                return FailureKind.Unknown;
            if (!Array.TrueForAll(draws, draw => draw.HasRoom(_clock.Latest)))
                return FailureKind.OverLimit;
            Release(reservation);
            foreach (ref readonly var draw in draws.AsSpan())
                Make(draw.Limit, draw.Draw);
            return FailureKind.None;
        }
    }

    /// <summary>Gives back what was set aside: the held decision did not go on.</summary>
    /// <returns>False where it has been settled already.</returns>
    public bool Release(long reservation)
    {
        lock (_clock.Order)
        {
            if (_reservations.Find(reservation) is not { } draws)
                return false;
            Taken(reservation);
            foreach (ref readonly var draw in draws.AsSpan())
                draw.PutBack();
            return true;
        }
    }

    /// <summary>
    /// Forgets what was drawn for a session or run that has ended: for its key, and for the keys it owns. Those that go by themselves once
    /// their draws no longer count may stay until then; what is set aside stays until it is settled.
    /// </summary>
    public void Forget(int limit, in StateKey ended)
    {
        lock (_clock.Order)
        {
            _limits[limit].Forget(ended);
            _clock.Journal?.Begin(ChangeKind.LimitForgotten).Add((long)_limits[limit].Number).Add(ended).End();
        }
    }

    /// <summary>Forgets everything that was drawn for a session or run that has ended, also under policies before.</summary>
    internal void End(StateOwner owner, in StateKey ended)
    {
        lock (_clock.Order)
        {
            EndAll(owner, ended);
            _clock.Journal?.Begin(ChangeKind.DrawsEnded).Add((long)owner).Add(ended).End();
        }
    }

    private void Taken(long reservation)
    {
        if (_reservations.Take(reservation) is not null)
            _clock.Journal?.Begin(ChangeKind.Released).Add(reservation).End(ChangeRole.First);
    }

    private void Make(LimitTally limit, in LimitDraw draw)
    {
        limit.Draw(draw, _clock.Latest);
        // How often something was done is lost with the last moments before a crash; an amount never is.
        if (draw.Amount > 0)
            _clock
                .Journal?.Begin(ChangeKind.Drawn)
                .Add((long)limit.Number)
                .Add(limit.IsExact)
                .Add(_clock.Latest)
                .Add(draw.Key)
                .Add(draw.Amount)
                .End(limit.IsOfAmounts ? ChangeRole.First : ChangeRole.Soon);
    }

    private void EndAll(StateOwner owner, in StateKey ended)
    {
        foreach (var (limit, drawn) in _kept.All)
        {
            if (limit.Owner == owner)
                drawn.Forget(ended);
        }
    }

    // What a decision has set aside for itself is out of the way while it is decided on again.
    private SetAsideDraw[] TakeBack(long? reservation)
    {
        var own = reservation is { } number ? _reservations.Find(number) ?? [] : [];
        foreach (ref readonly var draw in own.AsSpan())
            draw.PutBack();
        return own;
    }

    private static void SetAside(SetAsideDraw[] own)
    {
        foreach (ref readonly var draw in own.AsSpan())
            draw.SetAside();
    }

    private TallyReading Read(int limit, in StateKey key) => _limits[limit].Read(key, _clock.Latest);

    private DrawResult Check(ReadOnlySpan<LimitDraw> draws)
    {
        for (var i = 0; i < draws.Length; i++)
        {
            ref readonly var draw = ref draws[i];
            var drawn = Read(draw.Limit, draw.Key.Key);
            if (drawn.Failure != FailureKind.None)
                return DrawResult.Stopped(i, drawn.Failure);
            // A negative draw would fill the limit up again.
            if (draw.Amount < 0)
                return DrawResult.Stopped(i, FailureKind.MisfitFact);
            if (!SumAmount.TryAdd(drawn.Amount, draw.Amount, out var total))
                return DrawResult.Stopped(i, FailureKind.Overflow);
            if (total > draw.Ceiling)
                return DrawResult.Stopped(i);
            if (!_limits[draw.Limit].HasRoom(draw.Key.Key, _clock.Latest))
                return DrawResult.Stopped(i, FailureKind.OverLimit) with { NoRoom = (draw.Limit, _limits[draw.Limit].NoRoom) };
        }
        return DrawResult.Made;
    }

    private void Draw(ReadOnlySpan<LimitDraw> draws)
    {
        foreach (ref readonly var draw in draws)
            Make(_limits[draw.Limit], draw);
    }

    private void RequireWellFormed(ReadOnlySpan<LimitDraw> draws)
    {
        for (var i = 0; i < draws.Length; i++)
        {
            // A limit that is drawn twice at once would be checked against the same total twice.
            if (i > 0)
                ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(draws[i].Limit, draws[i - 1].Limit, nameof(draws));
            _limits[draws[i].Limit].RequireWellFormed(draws[i]);
        }
    }
}
