using AirsPolicy.Hosting.Evidence;
using AirsPolicy.Hosting.Storing;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.State.Halts;
using AirsPolicy.Runtime.State.Keys;
using AirsPolicy.Runtime.State.Pace;
using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Hosting;

/// <summary>What is kept before anybody is told of it.</summary>
public sealed partial class PolicyHost
{
    /// <summary>Where the host keeps what has to outlive it, or null; what stands in front of it may keep there by name too.</summary>
    public IPolicyStore? Store => _options.Store;

    /// <summary>How the store stands, or null where the host has none.</summary>
    public StoreHealth? StoreHealth => _options.Store?.Health;

    /// <summary>How long a decision waits until the store has kept it.</summary>
    public TimeSpan StoreTimeout => _options.StoreTimeout;

    /// <summary>Halts a session, run, agent or user, or the system, as a person may at any time; waits until that is kept.</summary>
    /// <param name="scope">What.</param>
    /// <param name="id">Its id (<c>session.id</c> and so on); of no account for the system.</param>
    /// <param name="by">Who halts it, for the evidence and those who look at it later.</param>
    /// <param name="message">What the user is told, or null.</param>
    /// <param name="for">For how long, more than nothing; null until somebody lifts it.</param>
    /// <returns>Why it is not kept, or null; it stands in any case, but where no policy decides yet that keeps a state.</returns>
    public string? Halt(HaltScope scope, string id, string by, string? message = null, TimeSpan? @for = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(by);
        if (@for is { } time)
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, TimeSpan.Zero, nameof(@for));
        if (_active?.State is not { } state)
            return "No policy decides that keeps a state.";
        HostKeeping.Begin(("id", id), ("by", by));
        var now = _clock.Now().UtcTicks;
        var origin = new RuleOrigin("host.halt", null, null, "", 0, "", 1, 1);
        // What would end after all time there is ends when somebody lifts it.
        var until = @for?.Ticks <= long.MaxValue - now ? now + @for?.Ticks : null;
        state.Halts.Halt(new ActiveHalt(origin, scope, message, now, until), KeyOf(scope, id));
        return UnkeptBy();
    }

    /// <summary>Lifts what is halted, as a person may; waits until that is kept.</summary>
    /// <inheritdoc cref="Halt"/>
    /// <param name="by">Who lifts it.</param>
    /// <returns>Why it is not kept, or null; it is lifted in any case.</returns>
    public string? Lift(HaltScope scope, string id, string by) => Lift(scope, KeyOf(scope, id), id, by);

    internal string? Lift(HaltScope scope, in StateKey key, string? id, string by)
    {
        ArgumentException.ThrowIfNullOrEmpty(by);
        if (_active?.State is not { } state)
            return "No policy decides that keeps a state.";
        HostKeeping.Begin(("id", id), ("by", by));
        if (scope == HaltScope.System)
            state.Halts.LiftSystem();
        else
            state.Halts.Lift(scope, key);
        return UnkeptBy();
    }

    /// <summary>
    /// Makes a chart worse, as a person may at any time; waits until that is kept. What brings it back is a decision at <c>recovery</c>.
    /// </summary>
    /// <param name="chart">Its name: a layer, or <c>system</c>.</param>
    /// <param name="level">Its state from now on, not the best. A chart that is as bad already stays as it is.</param>
    /// <param name="by">Who makes it worse: the cause that the evidence and <c>State.Pace.Changes</c> give.</param>
    /// <param name="why">Why, for the evidence, or null.</param>
    /// <returns>Why it is not kept, or null; it is as bad in any case, but where the policy that decides has no such chart.</returns>
    public string? Degrade(string chart, PaceLevel level, string by, string? why = null)
    {
        ArgumentNullException.ThrowIfNull(chart);
        ArgumentException.ThrowIfNullOrEmpty(by);
        if (level is not (> PaceLevel.Primary and <= PaceLevel.Emergency))
            throw new ArgumentOutOfRangeException(nameof(level));
        if (_active?.State is not { Pace: var pace } || pace.NumberOf(chart) is not { } number)
            return $"The policy that decides has no chart '{chart}'.";
        HostKeeping.Begin(("why", why));
        pace.Degrade([new PaceMove(number, level, by)], _clock.Now().UtcTicks);
        return UnkeptBy();
    }

    // What this thread changes next is no longer in the name of that person.
    private string? UnkeptBy()
    {
        var reason = _keeping?.Unkept();
        HostKeeping.Begin();
        return reason;
    }

    /// <summary>The key of what is halted.</summary>
    internal static StateKey KeyOf(HaltScope scope, string id)
    {
        var keys = new StateKeyWriter();
        return scope == HaltScope.System ? keys.ToKey() : keys.Add(id).ToKey();
    }

    private byte[]? KeyFor(ReadOnlySpan<byte> purpose) => _options.Store is { } store ? HostKeeping.KeyFor(store, purpose) : null;

    // What a restart would forget must not go on: it is refused, and what would wait for people waits no more.
    private Decision Kept(Decision decision, ref long? waits)
    {
        // What goes on nowhere stays as strict as it is: a halt stands here, whether a restart forgets it or not.
        if (_keeping is null || _keeping.Unkept() is not { } reason || decision.Outcome > Outcome.Hold)
            return decision;
        if (waits is { } held)
            _active?.State?.Held.Refuse(held, _clock.Now().UtcTicks);
        waits = null;
        // The record of what would have been may be kept yet: this one says what was done.
        Record(EvidenceKind.Decision, "block", [("message", reason)], decision.Point);
        return FailedPoint.Decide(decision.Point, new Failure(FailureKind.Provider, reason), [], decision.Bundle);
    }

    private ReviewResult Kept(long waits, ReviewResult result) =>
        _keeping?.Unkept() is { } reason
            ? new ReviewResult(
                ReviewAnswer.Unkept, $"What you said of request {waits} may be forgotten by a restart: {reason} Say it again then.")
            : result;
}
