using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.State.Keys;

namespace AirsPolicy.Runtime.State.Halts;

/// <summary>
/// What is halted: sessions, runs, agents, users, or the system. A halt stands at every later decision in its scope until it ends or is lifted. For any number of
/// threads; time never runs back. Where there is no room for one more, the whole system is halted: a halt that was forgotten would let go on what must not.
/// </summary>
public sealed class HaltState
{
    /// <summary>How many sessions, runs, agents and users can be halted at a time.</summary>
    public const int MaxHalted = 100_000;

    private static readonly StateKey s_system = new StateKeyWriter().ToKey();

    private readonly Lock _order = new();
    private readonly Dictionary<(HaltScope Scope, StateKey Key), List<StandingHalt>> _halted = [];
    private long _latest;
    private volatile bool _any;

    /// <summary>Nothing is halted. Most decisions ask no more.</summary>
    public bool IsEmpty => !_any;

    /// <summary>Halts, or halts for longer.</summary>
    /// <param name="halt">The halt.</param>
    /// <param name="key">The id of what is halted; null where that cannot be told, so that all of its kind may be meant: the whole system is halted.</param>
    public void Halt(StandingHalt halt, StateKey? key)
    {
        ArgumentNullException.ThrowIfNull(halt);
        lock (_order)
        {
            _latest = Math.Max(_latest, halt.Since);
            _any = true;
            if (halt.Scope == HaltScope.System || key is not { } known)
            {
                Add(halt.OfEverything(), s_system);
                return;
            }

            if (!_halted.ContainsKey((halt.Scope, known)) && _halted.Count >= MaxHalted)
                ForgetEnded();
            if (_halted.ContainsKey((halt.Scope, known)) || _halted.Count < MaxHalted)
                Add(halt, known);
            else
                Add(halt with { Scope = HaltScope.System }, s_system);
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
            _latest = Math.Max(_latest, now);
            if (!_halted.TryGetValue((scope, key), out var halts))
                return [];
            Drop(halts);
            if (halts.Count > 0)
                return [.. halts.Select(halt => halt.Rule)];
            Remove((scope, key));
            return [];
        }
    }

    /// <summary>Whether anything of a kind is halted.</summary>
    public bool Any(HaltScope scope, long now)
    {
        if (IsEmpty)
            return false;
        lock (_order)
        {
            _latest = Math.Max(_latest, now);
            // Asked at decisions that do not say whose they are: nothing is allocated for it.
            foreach (var (key, halts) in _halted)
            {
                foreach (var halt in halts)
                {
                    if (key.Scope == scope && Stands(halt))
                        return true;
                }
            }
            return false;
        }
    }

    /// <summary>Lifts the halts of the system, as a person may.</summary>
    public void LiftSystem() => Lift(HaltScope.System, s_system);

    /// <summary>Lifts the halts of a session, run, agent or user, as a person may; also where it has ended.</summary>
    public void Lift(HaltScope scope, in StateKey key)
    {
        lock (_order)
            Remove((scope, key));
    }

    private void Add(StandingHalt halt, in StateKey key)
    {
        if (!_halted.TryGetValue((halt.Scope, key), out var halts))
            _halted.Add((halt.Scope, key), halts = []);
        Drop(halts);
        var same = halts.FindIndex(halt.IsSame);
        if (same < 0)
            halts.Add(halt);
        else
            halts[same] = halts[same].Joined(halt);
    }

    private void ForgetEnded()
    {
        foreach (var key in _halted.Where(entry => !entry.Value.Exists(Stands)).Select(entry => entry.Key).ToList())
            _halted.Remove(key);
    }

    private void Remove((HaltScope Scope, StateKey Key) key)
    {
        _halted.Remove(key);
        _any = _halted.Count > 0;
    }

    private void Drop(List<StandingHalt> halts) => halts.RemoveAll(halt => !Stands(halt));

    private bool Stands(StandingHalt halt) => halt.Until is not { } until || until > _latest;
}
