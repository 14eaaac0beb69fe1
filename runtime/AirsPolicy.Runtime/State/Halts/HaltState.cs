using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.State.Changes;
using AirsPolicy.Runtime.State.Keys;
using AirsPolicy.Runtime.State.Stores;

namespace AirsPolicy.Runtime.State.Halts;

/// <summary>
/// What is halted: sessions, runs, agents, users, or the system. A halt stands at every later decision in its scope until it ends or is
/// lifted. For any number of threads; time never runs back. Where there is no room for one more, it shares one of a fixed number of places:
/// it stands, and the few others that fall in the same place are halted with it.
/// </summary>
public sealed class HaltState
{
    /// <summary>How many sessions have room of their own at a time; as many runs, agents and users.</summary>
    public const int MaxHalted = 100_000;

    private static readonly StateKey s_system = new StateKeyWriter().ToKey();

    private readonly Lock _order = new();
    private readonly HaltedKeys[] _halted;
    private readonly ChangeWriter? _journal;
    private long _latest;
    private volatile bool _any;

    /// <summary>Nothing is halted.</summary>
    public HaltState()
        : this(MaxHalted)
    {
    }

    internal HaltState(int most, int places = SharedPlaces<ActiveHalt>.Most, StateKeeping? keeping = null)
    {
        _halted = [.. Enum.GetValues<HaltScope>().Select(_ => new HaltedKeys(most, places, keeping?.Secret ?? default))];
        _journal = ChangeWriter.Of(keeping);
    }

    /// <summary>Nothing is halted. Most decisions ask no more.</summary>
    public bool IsEmpty => !_any;

    /// <summary>How much room is taken, for each kind but the system, of which there is one.</summary>
    /// <param name="now">The time, in UTC ticks.</param>
    public IReadOnlyList<StoreReading> Stores(long now)
    {
        lock (_order)
        {
            var latest = Advance(now);
            return
            [
                .. Enumerable
                    .Range(0, (int)HaltScope.System)
                    .Select(scope => _halted[scope].Reading($"halted {HaltedPoint.NameOf((HaltScope)scope)}s", latest)),
            ];
        }
    }

    /// <summary>Halts, or halts for longer.</summary>
    /// <param name="halt">The halt.</param>
    /// <param name="key">
    /// The id of what is halted; null where that cannot be told, so that all of its kind may be meant: the whole system is halted.
    /// </param>
    public void Halt(ActiveHalt halt, StateKey? key)
    {
        ArgumentNullException.ThrowIfNull(halt);
        lock (_order)
        {
            var now = Advance(halt.Since);
            _any = true;
            if (halt.Scope != HaltScope.System && key is { } known)
                Add(halt, known, now);
            else
                Add(halt.OfEverything(), s_system, now);
        }
    }

    /// <summary>The halts that stand for the system, as rules that match.</summary>
    public IReadOnlyList<MatchedRule> OfSystem(long now) => Of(HaltScope.System, s_system, now);

    /// <summary>The halts that stand for a session, run, agent or user.</summary>
    /// <param name="key">Its id.</param>
    /// <param name="now">The time, in UTC ticks.</param>
    public IReadOnlyList<MatchedRule> Of(HaltScope scope, in StateKey key, long now)
    {
        if (IsEmpty)
            return [];
        lock (_order)
        {
            var halts = Of(scope).Of(key, Advance(now));
            Note();
            return halts;
        }
    }

    /// <summary>Whether anything of a kind is halted.</summary>
    public bool Any(HaltScope scope, long now)
    {
        if (IsEmpty)
            return false;
        lock (_order)
        {
            var any = Of(scope).Any(Advance(now));
            Note();
            return any;
        }
    }

    /// <summary>Lifts the halts of the system, as a person may.</summary>
    public void LiftSystem() => Lift(HaltScope.System, s_system);

    /// <summary>
    /// Lifts the halts of a session, run, agent or user, as a person may; also where it has ended. One that found no room and shares its
    /// place stays, since it may be of another: <see cref="LiftCrowded"/>.
    /// </summary>
    public void Lift(HaltScope scope, in StateKey key)
    {
        lock (_order)
        {
            Of(scope).Lift(key);
            _journal?.Begin(ChangeKind.Lifted).Add((long)scope).Add(key).End(ChangeRole.First);
            Note();
        }
    }

    /// <summary>
    /// Lifts every halt of a kind that found no room of its own, whosever it is, as a person may who has seen <see cref="Stores"/>. Who has
    /// to stay halted is to be halted anew.
    /// </summary>
    public void LiftCrowded(HaltScope scope)
    {
        lock (_order)
        {
            Of(scope).LiftCrowded();
            _journal?.Begin(ChangeKind.CrowdedHaltsLifted).Add((long)scope).End(ChangeRole.First);
            Note();
        }
    }

    /// <summary>Everything that has room of its own and stands, by kind and key.</summary>
    internal IReadOnlyList<(HaltScope Scope, StateKey Key, ActiveHalt Halt)> All(long now)
    {
        lock (_order)
        {
            var latest = Advance(now);
            return
            [
                .. Enum.GetValues<HaltScope>()
                    .SelectMany(scope => Of(scope).All(latest).Select(halted => (scope, halted.Key, halted.Halt))),
            ];
        }
    }

    /// <summary>Writes everything again.</summary>
    internal void Rewrite()
    {
        lock (_order)
        {
            _journal!.Begin(ChangeKind.HaltsWhole).Add(_latest).End(ChangeRole.Whole);
            foreach (var scope in Enum.GetValues<HaltScope>())
            {
                foreach (var (key, halt) in Of(scope).All(_latest))
                    Write(halt, key, ChangeRole.Whole);
                _journal.Begin(ChangeKind.HaltCrowded).Add((long)scope);
                Of(scope).WriteCrowded(_journal);
                _journal.End(ChangeRole.Whole);
            }
        }
    }

    /// <summary>Does again what a change has done.</summary>
    internal void Apply(ChangeKind kind, ref ChangeReader change)
    {
        lock (_order)
        {
            switch (kind)
            {
                case ChangeKind.HaltsWhole:
                    Array.ForEach(_halted, halted => halted.Clear());
                    Advance(change.Long());
                    break;
                case ChangeKind.Halted:
                    // Whoever looked before has let go what had ended by then.
                    var now = Advance(change.Long());
                    var (key, halt) = (change.Key(), change.Halt());
                    Of(halt.Scope).Restore(halt, key, now);
                    break;
                case ChangeKind.HaltCrowded:
                    var places = Of(change.Word<HaltScope>());
                    for (var left = change.Count(); left > 0; left--)
                        places.RestoreCrowded(change.Int(), change.Flag(), change.Key(), change.Halt());
                    break;
                case ChangeKind.Lifted:
                    Of(change.Word<HaltScope>()).Lift(change.Key());
                    break;
                case ChangeKind.CrowdedHaltsLifted:
                    Of(change.Word<HaltScope>()).LiftCrowded();
                    break;
            }
            Note();
        }
    }

    private void Add(ActiveHalt halt, in StateKey key, long now)
    {
        var halted = Of(halt.Scope);
        if (halted.Add(halt, key, now))
        {
            Write(halt, key, ChangeRole.First);
        }
        else if (_journal is { } journal)
        {
            journal.Begin(ChangeKind.HaltCrowded).Add((long)halt.Scope).Add(1L);
            halted.WriteCrowded(journal, key);
            journal.End(ChangeRole.First);
        }
    }

    private void Write(ActiveHalt halt, in StateKey key, ChangeRole role) =>
        _journal?.Begin(ChangeKind.Halted).Add(_latest).Add(key).Add(halt).End(role);

    private HaltedKeys Of(HaltScope scope) => _halted[(int)scope];

    private long Advance(long now) => _latest = Math.Max(_latest, now);

    private void Note() => _any = !Array.TrueForAll(_halted, halted => halted.IsEmpty);
}
