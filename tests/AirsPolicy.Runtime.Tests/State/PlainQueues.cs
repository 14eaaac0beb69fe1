using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Runtime.Tests.State;

/// <summary>
/// What docs/guide/people.md says of requests that wait, word for word and as plainly as can be: a list of requests, and all that people
/// have said of each.
/// </summary>
internal sealed class PlainQueues
{
    private readonly List<Entry> _entries = [];
    private readonly Dictionary<string, List<bool>> _canaries = new(StringComparer.Ordinal);

    /// <summary>The numbers of what waits, the more urgent first and then in the order in which it came.</summary>
    public IEnumerable<long> Waiting(long now)
    {
        Pass(now);
        return _entries
            .Where(entry => entry.State == EntryState.Waits)
            .OrderByDescending(entry => entry.Request.Queues.Max(queue => queue.Priority))
            .ThenBy(entry => entry.Number)
            .Select(entry => entry.Number);
    }

    public void Hold(long number, HeldRequest request) => _entries.Add(new Entry(number, request));

    /// <summary>The approvals of what waits.</summary>
    public IEnumerable<Approval> Approvals(long number) => Find(number)!.Said.Select(review => new Approval(review.Queue, review.By.Id));

    public bool IsComplete(long number) =>
        Find(number) is { } entry && entry.Request.Queues.All(queue => Agreed(entry, queue.Name) >= queue.Approvals);

    /// <summary>
    /// What may be said to a reviewer: each thing that is wrong, or what their word comes to. It counts where nothing is wrong.
    /// </summary>
    public IReadOnlySet<ReviewAnswer> Hear(long number, Review review, long now)
    {
        Pass(now);
        var entry = Find(number);
        var wrong = Wrong(entry, review, now).ToHashSet();
        if (wrong.Count > 0)
            return wrong;
        if (entry!.Claim?.By == review.By.Id)
            entry.Claim = null;
        if (!review.Approves)
        {
            entry!.State = EntryState.Settled;
            return Only(ReviewAnswer.Refused);
        }
        entry!.Said.Add(review);
        return Only(IsComplete(number) ? ReviewAnswer.Complete : ReviewAnswer.Counted);
    }

    /// <summary>A reviewer claims it who could approve it for some queue.</summary>
    public IReadOnlySet<ReviewAnswer> TakeUp(long number, Reviewer by, long now, long until)
    {
        Pass(now);
        if (Find(number) is not { State: EntryState.Waits } entry)
            return Wrong(Find(number), new Review("", by, "", Approves: true), now).ToHashSet();
        var words = entry
            .Request.Queues.Select(queue => Wrong(entry, new Review(queue.Name, by, entry.Request.Digest, Approves: true), now).ToList())
            .ToList();
        if (!words.Exists(wrong => wrong.Count == 0))
            return words.SelectMany(wrong => wrong).ToHashSet();
        entry.Claim = (by.Id, until);
        return Only(ReviewAnswer.Done);
    }

    /// <summary>Who works on it.</summary>
    public string? ClaimedBy(long number, long now) => Find(number)?.Claim is var (by, until) && until > now ? by : null;

    /// <summary>A host decides it again: one does.</summary>
    public bool Resume(long number, long now)
    {
        Pass(now);
        if (Find(number) is not { State: EntryState.Waits } entry)
            return false;
        entry.State = EntryState.Settled;
        return true;
    }

    /// <summary>Decided again, it is held once more: the same request waits on with what people have said of it.</summary>
    public void HoldAgain(long number, HeldRequest request)
    {
        var entry = Find(number)!;
        _entries.Remove(entry);
        var again = new Entry(number, request);
        again.Said.AddRange(entry.Said);
        again.Claim = entry.Claim;
        _entries.Add(again);
    }

    public bool GiveUp(long number, long now) => Resume(number, now);

    public void Canary(string queue, bool caught)
    {
        if (!_canaries.TryGetValue(queue, out var all))
            _canaries.Add(queue, all = []);
        all.Add(caught);
    }

    /// <summary>Which share of the last hundred nobody caught, in millionths.</summary>
    public long? Missed(string queue) =>
        _canaries.TryGetValue(queue, out var all) && all.TakeLast(100).ToList() is var last
            ? last.Count(caught => !caught) * 1_000_000L / last.Count
            : null;

    private static IEnumerable<ReviewAnswer> Wrong(Entry? entry, Review review, long now)
    {
        if (entry is null)
            return [ReviewAnswer.Unknown];
        if (entry.State != EntryState.Waits)
            return [entry.State == EntryState.Silent ? ReviewAnswer.Expired : ReviewAnswer.Settled];
        if (entry.Request.Queues.FirstOrDefault(asked => asked.Name == review.Queue) is not { } queue)
            return [ReviewAnswer.OtherQueue];
        var wrong = new List<ReviewAnswer>();
        if (review.Digest != entry.Request.Digest)
            wrong.Add(ReviewAnswer.OtherContent);
        if (review.By.Kind != ReviewerKind.Person || review.By.Id.Trim().Length == 0)
            wrong.Add(ReviewAnswer.NotAPerson);
        var later = queue.HandsOn.Where(on => now - queue.Since >= on.After).SelectMany(on => on.Roles);
        if (!queue.Reviewers.Concat(later).Intersect(review.By.Roles).Any())
            wrong.Add(ReviewAnswer.NotAReviewer);
        // Whoever asked may well take it back.
        if (!review.Approves)
            return wrong.Count > 0 ? wrong : Claimed(entry, review, now);
        if (entry.Request.Askers.Count == 0)
            wrong.Add(ReviewAnswer.UnknownRequester);
        if (entry.Request.Askers.Contains(review.By.Id))
            wrong.Add(ReviewAnswer.OwnRequest);
        if (entry.Said.Any(said => said.By.Id == review.By.Id))
            wrong.Add(ReviewAnswer.AlreadyApproved);
        if (Agreed(entry, queue.Name) >= queue.Approvals)
            wrong.Add(ReviewAnswer.Settled);
        return wrong.Count > 0 ? wrong : Claimed(entry, review, now);
    }

    // Whose word would count is told who works on it.
    private static IEnumerable<ReviewAnswer> Claimed(Entry entry, Review review, long now) =>
        entry.Claim is var (by, until) && until > now && by != review.By.Id ? [ReviewAnswer.Claimed] : [];

    // Silence refuses what nobody has decided within the shortest time.
    private void Pass(long now)
    {
        foreach (var entry in _entries.Where(entry => entry.State == EntryState.Waits && entry.Request.Queues.Any(queue => queue.Due <= now)))
            entry.State = EntryState.Silent;
    }

    private static int Agreed(Entry entry, string queue) => entry.Said.Count(said => said.Queue == queue);

    private Entry? Find(long number) => _entries.Find(entry => entry.Number == number);

    private static HashSet<ReviewAnswer> Only(ReviewAnswer answer) => [answer];

    private enum EntryState
    {
        Waits,
        Settled,
        Silent,
    }

    private sealed class Entry(long number, HeldRequest request)
    {
        public long Number { get; } = number;

        public HeldRequest Request { get; } = request;

        public List<Review> Said { get; } = [];

        public EntryState State { get; set; }

        public (string By, long Until)? Claim { get; set; }
    }
}
