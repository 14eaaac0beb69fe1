using AirsPolicy.Hosting.Evaluating;
using AirsPolicy.Hosting.Storing;
using AirsPolicy.Runtime.State.Queues;
using AirsPolicy.Runtime.State.Recording;

namespace AirsPolicy.Hosting;

/// <summary>What reviewers do about what waits, beside approving and refusing it.</summary>
public sealed partial class PolicyHost
{
    private static readonly ReviewResult s_nothingWaits = new(
        ReviewAnswer.Unknown,
        "Nothing waits for people: no policy is loaded that holds anything.");

    /// <summary>
    /// A reviewer works on something that waits. Until they decide, release it or the claim lapses (<see cref="HeldLimits.Claim"/>), the
    /// word of anybody else is refused with <see cref="ReviewAnswer.Claimed"/>. Who may not approve has no claim; the controls at
    /// <c>approval</c> are asked with the word alone.
    /// </summary>
    /// <param name="waits">The number under which it waits.</param>
    /// <param name="by">Who.</param>
    public ReviewResult Claim(long waits, Reviewer by) => Queued(waits, (held, now) => held.ClaimFor(waits, by, now));

    /// <summary>A reviewer gives their claim up.</summary>
    /// <inheritdoc cref="Claim"/>
    public ReviewResult Release(long waits, Reviewer by) => Queued(waits, (held, now) => held.Release(waits, by, now));

    /// <summary>A reviewer notes something, for the others to read.</summary>
    /// <inheritdoc cref="Claim"/>
    /// <param name="text">
    /// The note, at most <see cref="ReviewComment.MaxLength"/> UTF-16 units; something that waits has at most
    /// <see cref="ReviewComment.Most"/>.
    /// </param>
    public ReviewResult Comment(long waits, Reviewer by, string text) => Queued(waits, (held, now) => held.Comment(waits, by, text, now));

    /// <summary>
    /// A reviewer makes something more urgent by a step (<see cref="ReviewPriority"/>), and gives up their claim. The time that people have
    /// for it stays as it is.
    /// </summary>
    /// <inheritdoc cref="Claim"/>
    /// <param name="why">The reason, which stands among the comments.</param>
    public ReviewResult Escalate(long waits, Reviewer by, string why) => Queued(waits, (held, now) => held.Escalate(waits, by, why, now));

    /// <summary>
    /// A reviewer changes what waits and approves it as it is then. It is decided on anew, with its classifiers and judges. Where something
    /// blocks it, it waits on as it was. Else it waits under another number (<see cref="ReviewResult.Became"/>) with that
    /// approval alone, for everybody else whom the policy asks for and then for
    /// <see cref="Resume(long, ReadOnlySpan{byte}, out long?)"/>; the approvals of the content before have lapsed. It has no more time than
    /// before. Of two reviewers who change it at once one does.
    /// </summary>
    /// <param name="waits">The number under which it waits.</param>
    /// <param name="review">The word of the reviewer on what waits now, with its digest; it has to approve.</param>
    /// <param name="content">
    /// The changed content as JSON in UTF-8: of a call its arguments, one object; elsewhere the text, one string. The facts of the request
    /// have to be kept (<see cref="WaitingRequest.Facts"/>).
    /// </param>
    /// <param name="facts"><inheritdoc cref="Review" path="/param[@name='facts']"/></param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="OperationCanceledException">The caller has given up.</exception>
    public async ValueTask<ReviewResult> EditAsync(
        long waits,
        Review review,
        ReadOnlyMemory<byte> content,
        ReadOnlyMemory<byte> facts = default,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(review);
        if (_active is not { State: { } state } active)
            return s_nothingWaits;
        var now = _clock.Now().UtcTicks;
        review = review with { Approves = true };
        var check = state.Held.Check(waits, review, now, out var waiting);
        if (!check.Counts)
            return check;
        var point = waiting!.Request.Decision.Point;
        if (active.Bundle.Policy.PointNumber(point) is not (>= 0 and var number))
            return ReviewMessages.NotEditable(waits, point);
        var layout = active.Bundle.Layouts[number].Layout;
        if (EditedFacts.Of(waiting, layout, content.Span, _options.Held.MostFactsBytes, out var edited) is { } wrong)
            return wrong;
        if (AgainstPolicy(waiting.Request, review, facts.Span) is { } refusal)
            return refusal;
        var asked = await ClassifyAsync(point, edited, cancellation).ConfigureAwait(false);
        asked = await JudgeAsync(point, asked, cancellation).ConfigureAwait(false);
        return Edit(waits, review, point, asked.Span);
    }

    // The bundle that decides may be another one by now.
    private ReviewResult Edit(long waits, Review review, string point, ReadOnlySpan<byte> facts)
    {
        if (_active is not { State: { } state } active || active.Bundle.Policy.PointNumber(point) is not (>= 0 and var number))
            return ReviewMessages.NotEditable(waits, point);
        HostKeeping.Begin();
        try
        {
            var scratch = active.Pool.Rent();
            var result = scratch.Reader.Read(active.Bundle.Layouts[number], facts, scratch.Frame) is { } failure
                ? ReviewMessages.EditRefused(waits, $": {failure.Detail}")
                : InTurn(
                    active,
                    number,
                    scratch,
                    () => active.Bundle.Policy.Edit(number, scratch.Frame, scratch.Evaluation, state, waits, review));
            active.Pool.Return(scratch);
            if (result.Became is not null)
                RecordReview(waits, review, result);
            return Kept(waits, result);
        }
        catch (Exception fault)
        {
            return ReviewMessages.EditRefused(waits, $": {fault.Message}");
        }
    }

    /// <summary>The queues of the policy that decides.</summary>
    internal IReadOnlyList<QueueDefinition> Queues => _active is { } active ? active.Bundle.Policy.Tables.Queues : [];

    private ReviewResult Queued(long waits, Func<HeldDecisions, long, ReviewResult> change)
    {
        if (_active is not { State: { } state })
            return s_nothingWaits;
        HostKeeping.Begin();
        return Kept(waits, change(state.Held, _clock.Now().UtcTicks));
    }
}
