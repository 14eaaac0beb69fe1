using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions.Json;
using AirsPolicy.Runtime.State.Halts;
using AirsPolicy.Runtime.State.Queues;
using AirsPolicy.Runtime.State.Recording;

namespace AirsPolicy.Runtime.State.Changes;

/// <summary>Decisions that wait for people, within changes.</summary>
internal static class HeldChanges
{
    public static ChangeWriter Add(this ChangeWriter writer, HeldDecision held)
    {
        writer.Add(held.Due).Add((long)held.OnRefusal.Length);
        foreach (var happened in held.OnRefusal)
        {
            // The policy that counts it may not be there any more, and its numbers with it.
            writer.Add((long)held.History.NumberOf(happened.Aggregate)).Add(happened.Key is not null);
            if (happened.Key is { } key)
                writer.Add(key);
            writer.Add(happened.Amount).Add(happened.Value).Add((long)happened.Failure);
        }
        writer.Add(held.Reservation).Add((long)held.OnSilence.Length);
        foreach (var (halt, key) in held.OnSilence)
            writer.Add(halt).Add(key);
        writer.Add(held.Request is not null);
        if (held.Request is { } request)
            Add(writer, request);
        writer.Add(held.Facts is not null);
        return held.Facts is { } facts ? writer.Add(facts.AsSpan()) : writer;
    }

    public static HeldDecision Held(this ref ChangeReader reader, PolicyState state)
    {
        var due = reader.Long();
        var onRefusal = new RecordedEvent[reader.Count()];
        for (var i = 0; i < onRefusal.Length; i++)
            onRefusal[i] = new RecordedEvent(
                reader.Int(),
                reader.Flag() ? reader.EventKey() : null,
                reader.Int128(),
                reader.OptionalKey(),
                reader.Word<Decisions.FailureKind>());
        var reservation = reader.OptionalLong();
        var onSilence = new KeyedHalt[reader.Count()];
        for (var i = 0; i < onSilence.Length; i++)
            onSilence[i] = new KeyedHalt(reader.Halt(), reader.OptionalKey());
        var request = reader.Flag() ? Request(ref reader) : null;
        var facts = reader.Flag() ? reader.Bytes().ToArray() : null;
        return new HeldDecision(
            due, state.AllEvents, onRefusal, state.Limits, reservation, state.Halts, onSilence, request, facts);
    }

    public static ChangeWriter Add(this ChangeWriter writer, ReviewWork work)
    {
        writer.Add((long)work.Priority).Add(work.Claim is not null);
        if (work.Claim is { } claim)
            writer.Add(claim.By).Add(claim.Until);
        writer.Add((long)work.Comments.Count);
        foreach (var comment in work.Comments)
            writer.Add(comment.By).Add(comment.At).Add(comment.Text);
        return writer.Add(work.Replaces);
    }

    public static ReviewWork Work(this ref ChangeReader reader)
    {
        var priority = reader.Word<ReviewPriority>();
        var claim = reader.Flag() ? new ReviewerClaim(reader.Text(), reader.Long()) : null;
        var comments = new ReviewComment[reader.Count()];
        for (var i = 0; i < comments.Length; i++)
            comments[i] = new ReviewComment(reader.Text(), reader.Long(), reader.Text());
        return new ReviewWork(priority, claim, comments.ToValueList(), reader.OptionalLong());
    }

    public static ChangeWriter Add(this ChangeWriter writer, IReadOnlyCollection<Approval> approvals)
    {
        writer.Add((long)approvals.Count);
        foreach (var approval in approvals)
            writer.Add(approval.Queue).Add(approval.By);
        return writer;
    }

    public static List<Approval> Approvals(this ref ChangeReader reader)
    {
        var approvals = new List<Approval>();
        for (var left = reader.Count(); left > 0; left--)
            approvals.Add(new Approval(reader.Text(), reader.Text()));
        return approvals;
    }

    public static ChangeWriter Add(this ChangeWriter writer, ReviewResult result) =>
        writer.Add((long)result.Answer).Add(result.Message).Add(result.Became);

    public static ReviewResult Result(this ref ChangeReader reader) =>
        new(reader.Word<ReviewAnswer>(), reader.Text(), reader.OptionalLong());

    private static void Add(ChangeWriter writer, HeldRequest request)
    {
        writer.Add(DecisionJson.ToText(request.Decision)).AddOptional(request.Tool);
        Add(writer, request.Askers);
        writer.Add(request.Digest).Add(request.Since).Add((long)request.Queues.Count);
        foreach (var queue in request.Queues)
        {
            writer.Add(queue.Name);
            Add(writer, queue.Reviewers);
            writer.Add((long)queue.Approvals).Add(queue.Due).Add(queue.Since).Add((long)queue.Priority).Add((long)queue.HandsOn.Count);
            foreach (var on in queue.HandsOn)
            {
                Add(writer, on.Roles);
                writer.Add(on.After);
            }
        }
        writer.Add(request.Common);
    }

    private static HeldRequest Request(ref ChangeReader reader)
    {
        var decision = DecisionJson.Read(reader.Bytes());
        var (tool, askers, digest, since) = (reader.OptionalText(), reader.Texts(), reader.Text(), reader.Long());
        var queues = new AskedPeople[reader.Count()];
        for (var i = 0; i < queues.Length; i++)
            queues[i] = new AskedPeople(reader.Text(), reader.Texts(), reader.Int(), reader.Long())
            {
                Since = reader.Long(),
                Priority = reader.Word<ReviewPriority>(),
                HandsOn = HandsOn(ref reader),
            };
        return new HeldRequest(decision, tool, askers, digest, since, queues.ToValueList(), reader.Text());
    }

    private static ValueList<HandOn> HandsOn(ref ChangeReader reader)
    {
        var handsOn = new HandOn[reader.Count()];
        for (var i = 0; i < handsOn.Length; i++)
            handsOn[i] = new HandOn(reader.Texts(), reader.Long());
        return handsOn.ToValueList();
    }

    private static void Add(ChangeWriter writer, ValueList<string> texts)
    {
        writer.Add((long)texts.Count);
        foreach (var text in texts)
            writer.Add(text);
    }
}
