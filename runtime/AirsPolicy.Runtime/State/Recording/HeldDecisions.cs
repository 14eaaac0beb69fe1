using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State.Changes;
using AirsPolicy.Runtime.State.Queues;
using AirsPolicy.Runtime.State.Stores;

namespace AirsPolicy.Runtime.State.Recording;

/// <summary>
/// Decisions that wait for people: neither gone on nor refused, until people say so or their time is over. Each is settled once. For
/// any number of threads, with the time handed in. What people approve goes on only as it is decided again
/// (<see cref="Programs.CompiledPolicy.Resume"/>).
/// </summary>
public sealed partial class HeldDecisions
{
    /// <summary>How many can wait at a time.</summary>
    public const int MaxWaiting = 100_000;

    /// <summary>What one comes to that can no longer wait.</summary>
    internal static Failure TooMany { get; } =
        new(
            FailureKind.OverLimit,
            "The decision cannot be kept: 100000 decisions wait for people, and there is no room for another. Room comes when people " +
            "answer, when the time of a hold is over ('hold … within'), and with 'GiveUp'."
        );

    private readonly Lock _order = new();
    private readonly Dictionary<long, Waiting> _waiting = [];
    private readonly SortedSet<(long Due, long Number)> _due = [];
    private readonly Dictionary<long, Waiting> _claimed = [];
    private readonly SettledRequests _settled = new();
    private long _last;
    private long _earliest = long.MaxValue;
    private int _count;
    private long _factsBytes;

    private readonly ChangeWriter? _journal;

    internal HeldDecisions(HeldLimits limits, StateKeeping? keeping = null) =>
        (Limits, _journal) = (limits, ChangeWriter.Of(keeping));

    /// <summary>What is kept of requests, and how long a claim stands.</summary>
    internal HeldLimits Limits { get; }

    /// <summary>How much room is taken.</summary>
    public StoreReading Store
    {
        get
        {
            lock (_order)
                return new StoreReading("waiting decisions", _waiting.Count + _claimed.Count, MaxWaiting, 0, null);
        }
    }

    /// <summary>Nothing waits.</summary>
    public bool IsEmpty => Volatile.Read(ref _count) == 0;

    /// <summary>What waits: what is more urgent first, and of the same urgency what was held first.</summary>
    /// <param name="now">The time, in UTC ticks: what silence has refused by then waits no more.</param>
    public IReadOnlyList<WaitingRequest> All(long now)
    {
        Advance(now);
        lock (_order)
        {
            return
            [
                .. _waiting
                    .Where(waiting => waiting.Value.Decision.Request is not null)
                    .Select(waiting => Shown(waiting.Key, waiting.Value, now))
                    .OrderByDescending(waiting => waiting.Priority)
                    .ThenBy(waiting => waiting.Request.Since)
                    .ThenBy(waiting => waiting.Number),
            ];
        }
    }

    /// <summary>What waits under a number, or null.</summary>
    public WaitingRequest? Find(long held, long now)
    {
        Advance(now);
        lock (_order)
        {
            return _waiting.TryGetValue(held, out var waiting) && waiting.Decision.Request is not null ? Shown(held, waiting, now) : null;
        }
    }

    /// <summary>What the word of a reviewer would come to; nothing changes.</summary>
    /// <inheritdoc cref="Review"/>
    public ReviewResult Check(long held, Review review, long now) => Check(held, review, now, out _);

    /// <summary>The same, with what waits; null where nothing does.</summary>
    internal ReviewResult Check(long held, Review review, long now, out WaitingRequest? waiting)
    {
        Advance(now);
        lock (_order)
        {
            var result = Weigh(held, review, now, out var found);
            waiting = found?.Decision.Request is null ? null : Shown(held, found, now);
            return result;
        }
    }

    /// <summary>Takes the word of a reviewer.</summary>
    /// <param name="held">The number under which the decision waits.</param>
    /// <param name="review">What they say.</param>
    /// <param name="now">The time, in UTC ticks.</param>
    public ReviewResult Take(long held, Review review, long now)
    {
        ArgumentNullException.ThrowIfNull(review);
        Advance(now);
        lock (_order)
        {
            var result = Weigh(held, review, now, out var waiting);
            if (waiting is null || !result.Counts)
                return result;
            if (result.Answer == ReviewAnswer.Refused)
            {
                Remove(held, waiting.Decision);
                waiting.Decision.Refuse(now);
                Settled(held, new ReviewResult(ReviewAnswer.Settled, ReviewMessages.RefusedBefore(held, review, now)));
            }
            else
            {
                waiting.Approvals.Add(new Approval(review.Queue, review.By.Id));
                Worked(held, waiting with { Work = waiting.Work.Without(review.By) });
            }
            return result;
        }
    }

    /// <summary>A held decision is refused without anybody's word: the host has given it up.</summary>
    /// <returns>False where it has been settled or its time was over.</returns>
    public bool Refuse(long held, long now)
    {
        Advance(now);
        lock (_order)
        {
            if (!_waiting.TryGetValue(held, out var waiting))
                return false;
            Remove(held, waiting.Decision);
            waiting.Decision.Refuse(now);
            Settled(held, new ReviewResult(ReviewAnswer.Settled, ReviewMessages.GivenUp(held, now)));
            return true;
        }
    }

    /// <summary>
    /// Silence refuses: settles those whose time is over, each at the instant at which it was. Comes before anything that happens at that
    /// time or later.
    /// </summary>
    internal void Advance(long now)
    {
        if (now < Volatile.Read(ref _earliest))
            return;
        lock (_order)
        {
            while (_due.Count > 0 && _due.Min is var (due, number) && due <= now)
            {
                var decision = _waiting[number].Decision;
                Remove(number, decision);
                // What follows comes first: where a crash falls in between it follows again, and is never left out.
                decision.RefuseBySilence();
                Settled(number, new ReviewResult(ReviewAnswer.Expired, ReviewMessages.Expired(number, due)));
            }
        }
    }

    /// <summary>Has a decision wait, and gives it a number; null where too many wait.</summary>
    internal long? Add(HeldDecision decision)
    {
        lock (_order)
        {
            if (_waiting.Count + _claimed.Count >= MaxWaiting)
                return null;
            Waits(++_last, new Waiting(decision, [], ReviewWork.None));
            return _last;
        }
    }

    /// <summary>What limits have set aside for those that wait.</summary>
    internal IReadOnlySet<long> Reservations
    {
        get
        {
            lock (_order)
                return _waiting.Values.Select(waiting => waiting.Decision.Reservation).OfType<long>().ToHashSet();
        }
    }

    /// <summary>Writes everything again. What is being decided again waits until that is settled.</summary>
    internal void Rewrite()
    {
        lock (_order)
        {
            _journal!.Begin(ChangeKind.WaitingWhole).Add(_last).End(ChangeRole.Whole);
            foreach (var (number, waiting) in _waiting)
                Write(number, waiting, ChangeRole.Whole);
            foreach (var (claimed, waiting) in _claimed)
                Write(claimed, waiting, ChangeRole.Whole);
            foreach (var (number, how) in _settled.All)
                _journal.Begin(ChangeKind.Settled).Add(number).Add(how).End(ChangeRole.Whole);
        }
    }

    /// <summary>Does again what a change has done.</summary>
    /// <param name="state">The state that this is part of.</param>
    internal void Apply(ChangeKind kind, ref ChangeReader change, PolicyState state)
    {
        lock (_order)
        {
            if (kind == ChangeKind.WaitingWhole)
            {
                foreach (var (waits, waiting) in _waiting.ToList())
                    Remove(waits, waiting.Decision);
                _settled.Clear();
                _last = change.Long();
                return;
            }
            var number = change.Long();
            _last = Math.Max(_last, number);
            var known = _waiting.GetValueOrDefault(number);
            switch (kind)
            {
                case ChangeKind.Waits:
                    if (known is not null)
                        Remove(number, known.Decision);
                    Put(number, new Waiting(change.Held(state), change.Approvals(), change.Work()));
                    break;
                case ChangeKind.Worked:
                    // What is not known is written again further on.
                    var (approvals, work) = (change.Approvals(), change.Work());
                    if (known is not null)
                        _waiting[number] = new Waiting(known.Decision, approvals, work);
                    break;
                case ChangeKind.Settled:
                    if (known is not null)
                        Remove(number, known.Decision);
                    _settled.Add(number, change.Result());
                    break;
            }
        }
    }

    /// <summary>
    /// Takes a decision out to be decided again, which nobody else can do meanwhile, and which silence does not refuse. Null where it does
    /// not wait, with the reason.
    /// </summary>
    internal HeldClaim? Claim(long held, long now, out ReviewResult? reason)
    {
        Advance(now);
        lock (_order)
        {
            if (!_waiting.TryGetValue(held, out var waiting))
            {
                reason = Gone(held);
                return null;
            }
            Remove(held, waiting.Decision);
            _claimed.Add(held, waiting);
            reason = null;
            return new HeldClaim(held, waiting.Decision, [.. waiting.Approvals], waiting.Work);
        }
    }

    /// <summary>Ends a claim: the request has been decided.</summary>
    internal void Settle(HeldClaim claim, bool wentOn, long now)
    {
        lock (_order)
        {
            if (_claimed.Remove(claim.Number))
                Settled(claim.Number, new ReviewResult(ReviewAnswer.Settled, ReviewMessages.Decided(claim.Number, wentOn, now)));
        }
    }

    /// <summary>
    /// Ends a claim: the request is held again. Where it is the same it waits on under its number and with what people have said, else
    /// under another as something new, with the word of a reviewer who has made it so.
    /// </summary>
    internal long Hold(HeldClaim claim, HeldDecision decision, long now)
    {
        lock (_order)
        {
            _claimed.Remove(claim.Number);
            var isSame = decision.Request?.Digest == claim.Decision.Request?.Digest;
            if (isSame)
            {
                // Silence may have run out meanwhile: the next look at the time settles it.
                Waits(claim.Number, new Waiting(decision, [.. claim.Approvals], claim.Work));
                return claim.Number;
            }
            Waits(++_last, new Waiting(decision, claim.Edited is { } word ? [word] : [], claim.Work.Of(claim.Number)));
            Settled(claim.Number, claim.Edited is { } by
                ? ReviewMessages.EditedBefore(claim.Number, by, now, _last)
                : new ReviewResult(ReviewAnswer.Settled, ReviewMessages.Replaced(claim.Number, _last)));
            return _last;
        }
    }

    private ReviewResult Weigh(long held, Review review, long now, out Waiting? waiting)
    {
        ArgumentNullException.ThrowIfNull(review);
        if (!_waiting.TryGetValue(held, out waiting) || waiting.Decision.Request is not { } request)
            return Gone(held);
        var result = ReviewCheck.Of(held, request, waiting.Approvals, review, now);
        return result.Counts && waiting.Work.ClaimAt(now) is { } claim && claim.By != review.By.Id
            ? ReviewMessages.Claimed(held, claim)
            : result;
    }

    private ReviewResult Gone(long held) =>
        _claimed.ContainsKey(held) ? ReviewMessages.BeingDecided(held) : _settled.Find(held) ?? ReviewMessages.Unknown(held);

    private static WaitingRequest Shown(long number, Waiting waiting, long now) =>
        new(number, waiting.Decision.Request!, waiting.Approvals.ToValueList())
        {
            // Without the cast null would become an empty memory, by way of an array.
            Facts = waiting.Decision.Facts is { } facts ? (ReadOnlyMemory<byte>?)facts : null,
            Priority = waiting.Decision.Request!.AtLeast(waiting.Work.Priority),
            Claim = waiting.Work.ClaimAt(now),
            Comments = waiting.Work.Comments,
            Replaces = waiting.Work.Replaces,
        };

    private void Waits(long number, Waiting waiting)
    {
        Put(number, waiting);
        Write(number, waiting, ChangeRole.First);
    }

    private void Worked(long number, Waiting waiting)
    {
        _waiting[number] = waiting;
        _journal?.Begin(ChangeKind.Worked).Add(number).Add(waiting.Approvals).Add(waiting.Work).End(ChangeRole.First);
    }

    private void Settled(long number, ReviewResult how)
    {
        _settled.Add(number, how);
        _journal?.Begin(ChangeKind.Settled).Add(number).Add(how).End(ChangeRole.First);
    }

    private void Write(long number, Waiting waiting, ChangeRole role) =>
        _journal?.Begin(ChangeKind.Waits).Add(number).Add(waiting.Decision).Add(waiting.Approvals).Add(waiting.Work).End(role);

    private void Put(long number, Waiting waiting)
    {
        if (_factsBytes + (waiting.Decision.Facts?.Length ?? 0) > Limits.MostFactsBytesInTotal)
            waiting = waiting with { Decision = waiting.Decision with { Facts = null } };
        _factsBytes += waiting.Decision.Facts?.Length ?? 0;
        _waiting.Add(number, waiting);
        if (waiting.Decision.Due != long.MaxValue)
            _due.Add((waiting.Decision.Due, number));
        Note();
    }

    private void Remove(long number, HeldDecision decision)
    {
        _waiting.Remove(number);
        _factsBytes -= decision.Facts?.Length ?? 0;
        _due.Remove((decision.Due, number));
        Note();
    }

    private void Note()
    {
        Volatile.Write(ref _count, _waiting.Count);
        Volatile.Write(ref _earliest, _due.Count == 0 ? long.MaxValue : _due.Min.Due);
    }

    private sealed record Waiting(HeldDecision Decision, List<Approval> Approvals, ReviewWork Work);
}
