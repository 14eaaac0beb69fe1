using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Language.Evaluation.Past;

/// <summary>What waits for people, and all that they have said: the meaning of queues, by looking through it each time.</summary>
internal sealed class NaiveQueues
{
    private readonly Dictionary<int, HeldRequest> _waiting = [];
    private readonly Dictionary<int, ReviewAnswer> _over = [];
    private readonly List<(int Number, Review Review)> _agreed = [];

    /// <summary>A request waits.</summary>
    /// <param name="before">The number under which it has waited before, or null: what people said of the same request stands.</param>
    public void Add(int number, HeldRequest request, (int Number, HeldRequest Request)? before)
    {
        _waiting.Add(number, request);
        if (before is not var (old, was) || was.Digest != request.Digest)
            return;
        _agreed.AddRange(_agreed.Where(word => word.Number == old).Select(word => (number, word.Review)).ToList());
    }

    public HeldRequest? Find(int number) => _waiting.GetValueOrDefault(number);

    /// <summary>It waits no more.</summary>
    public void End(int number, ReviewAnswer how)
    {
        _waiting.Remove(number);
        _over[number] = how;
    }

    /// <summary>Who has approved what waits, in the order in which they did.</summary>
    public IReadOnlyList<Approval> Approvals(int number) =>
        [.. _agreed.Where(word => word.Number == number).Select(word => new Approval(word.Review.Queue, word.Review.By.Id))];

    /// <summary>Takes the word of a reviewer.</summary>
    public ReviewAnswer Hear(int number, Review review, long now)
    {
        var answer = Answer(number, review, now);
        if (answer is ReviewAnswer.Counted or ReviewAnswer.Complete)
            _agreed.Add((number, review));
        return answer;
    }

    /// <summary>What the word of a reviewer comes to.</summary>
    public ReviewAnswer Answer(int number, Review review, long now)
    {
        if (Find(number) is not { } request)
            return _over.GetValueOrDefault(number, ReviewAnswer.Unknown);
        var agreed = _agreed.Where(word => word.Number == number).ToList();
        return
            !request.Queues.Any(queue => queue.Name == review.Queue) ? ReviewAnswer.OtherQueue
            : request.Digest != review.Digest ? ReviewAnswer.OtherContent
            : review.By.Kind != ReviewerKind.Person || string.IsNullOrWhiteSpace(review.By.Id) ? ReviewAnswer.NotAPerson
            : !review.By.Roles.Intersect(Roles(request.Queues.First(queue => queue.Name == review.Queue))).Any()
                ? ReviewAnswer.NotAReviewer
            : !review.Approves ? ReviewAnswer.Refused
            : request.Askers.Count == 0 ? ReviewAnswer.UnknownRequester
            : request.Askers.Contains(review.By.Id) ? ReviewAnswer.OwnRequest
            : agreed.Any(word => word.Review.By.Id == review.By.Id) ? ReviewAnswer.AlreadyApproved
            : Missing(review.Queue) == 0 ? ReviewAnswer.Settled
            : request.Queues.Sum(queue => Missing(queue.Name)) == 1 ? ReviewAnswer.Complete
            : ReviewAnswer.Counted;

        // Whoever may decide later may also decide before, once the time has come.
        IEnumerable<string> Roles(AskedPeople queue) =>
            queue.Reviewers.Concat(
                from later in queue.HandsOn where (Int128)queue.Since + later.After <= now from role in later.Roles select role);

        int Missing(string queue) =>
            request.Queues.First(asked => asked.Name == queue).Approvals - agreed.Count(word => word.Review.Queue == queue);
    }
}
