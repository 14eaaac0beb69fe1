using System.Globalization;
using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Numbers;
using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Language.Evaluation.Testing;

/// <summary>What people say in a test, and what did not count of it.</summary>
internal sealed class ReviewedRequests
{
    private readonly HashSet<string> _agreed = new(StringComparer.Ordinal);
    private readonly List<string> _notes = [];

    /// <summary>Somebody has decided something.</summary>
    public bool HaveBegun { get; private set; }

    /// <summary>What did not count of what people have said since the last request, behind a message.</summary>
    public string Notes => string.Concat(_notes.Select(note => $" {note}"));

    /// <summary>
    /// The word of the reviewer whom a step names, or of one who has not approved anything yet. They have the role that the step names, or
    /// every one that may decide by now.
    /// </summary>
    public Review Of(ReviewStep step, HeldRequest request, long now)
    {
        HaveBegun = true;
        ValueList<string> roles =
            step.Role is { } role ? [role] : request.Queues.First(queue => queue.Name == step.Queue).RolesAt(now);
        return new Review(
            step.Queue,
            new Reviewer(step.By ?? Somebody(step.Queue), ReviewerKind.Person, roles),
            request.Digest,
            step.Approves);
    }

    /// <summary>A word counted.</summary>
    public void Agreed(Review review) => _agreed.Add(review.By.Id);

    /// <summary>Something did not count.</summary>
    public void Note(string why) => _notes.Add(why);

    /// <summary>What comes next is another request.</summary>
    public void Forget() => _notes.Clear();

    public static bool Counts(ReviewAnswer answer) => answer is ReviewAnswer.Counted or ReviewAnswer.Complete or ReviewAnswer.Refused;

    /// <summary>Why the word of a reviewer does not count.</summary>
    public static string Why(ReviewAnswer answer, Review review, HeldRequest request, long now) =>
        $"What '{review.By.Id}' said in '{review.Queue}' does not count: "
        + answer switch
        {
            ReviewAnswer.NotAReviewer => NoRole(request.Queues.First(queue => queue.Name == review.Queue), review.By, now),
            ReviewAnswer.OwnRequest => "they asked for it themselves.",
            ReviewAnswer.UnknownRequester => "the request does not say who asked for it ('user.id').",
            ReviewAnswer.AlreadyApproved => "they have approved it before, and somebody else has to.",
            _ => "the queue has every approval that it needs.",
        };

    /// <summary>What a step is told that finds nothing to decide on.</summary>
    /// <param name="last">The last decision as it stands now, or null before the first.</param>
    public static string NothingWaits(ReviewStep step, Decision? last)
    {
        var stands = last switch
        {
            null => "nothing is decided yet",
            { Outcome: Outcome.Hold } => $"the last decision waits in {string.Join(" and ", last.Holds.Select(hold => $"'{hold.Queue}'"))}",
            { Holds.Count: > 0, Outcome: > Outcome.Hold } => "people have refused the last decision, silence has, or something blocks it",
            _ => $"the last decision is {DecisionSummary.NameOf(last.Outcome)}",
        };
        return $"Nothing waits in '{step.Queue}', so that nobody can {(step.Approves ? "approve" : "refuse")} it: {stands}.";
    }

    private static string NoRole(AskedPeople queue, Reviewer by, long now)
    {
        if (queue.Reviewers.Count == 0 && queue.HandsOn.Count == 0)
            return "the queue has no reviewers.";
        string[] decide = queue.RolesAt(now) is { Count: > 0 } roles ? [Words(roles)] : [];
        var later = queue
            .HandsOn.Where(on => queue.From(on) > now)
            .Select(on => $"{Words(on.Roles)} from {DurationText.Format(on.After)} on");
        var role = by.Roles is [var one] ? $"'{one}' is no role that decides now; " : "";
        return $"{role}the queue asks for {string.Join(", ", decide.Concat(later))}.";
    }

    private static string Words(IEnumerable<string> roles) => string.Join(" or ", roles.Select(role => $"'{role}'"));

    private string Somebody(string queue)
    {
        var name = queue[(queue.LastIndexOf('.') + 1)..];
        for (var number = 1; ; number++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{name}-reviewer-{number}");
            if (!_agreed.Contains(id))
                return id;
        }
    }
}
