using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Evaluation.Past;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Conformance.Tests.Differential;

/// <summary>
/// Decides a trace by the interpreter, which looks through everything that happened, and by emitted code, which asks the running state of a
/// host. What is held is approved and decided again, refused or left to silence; others have their say as well, in vain. The bundle is
/// exchanged meanwhile, which makes no difference.
/// </summary>
/// <param name="withStateMachines">
/// The interpreter also drives the machines of the state, and fails where one of its questions is answered otherwise by them.
/// </param>
internal sealed class SessionComparison(
    PolicyInterpreter interpreter,
    EmittedEngine emitted,
    Differences differences,
    bool withStateMachines = false)
{
    private readonly EventTrace _past = new(interpreter, withStateMachines);
    private readonly ExchangedStates _states = new(emitted.Policy.State, seed: 17);
    private readonly List<Waiting> _waiting = [];

    /// <summary>Told of every value that the interpreter works out, and of every decision; null to go on faster.</summary>
    public Action<Expression, Value>? Evaluated { get; init; }

    /// <inheritdoc cref="Evaluated"/>
    public Action<SessionRequest, Decision>? Decided { get; init; }

    /// <summary>Told of what is decided again.</summary>
    public Action<Decision>? Resumed { get; init; }

    /// <summary>What became of the words of people.</summary>
    public Action<ReviewAnswer>? Answered { get; init; }

    public void Compare(string what, SessionTrace trace)
    {
        foreach (var (place, request) in trace.Requests.Index())
        {
            RefuseSilent(request.Now);
            Answer(what, place, request.Now, trace);
            RefuseSilent(request.Now);
            var expected = Evaluated is null
                ? interpreter.Decide(request.Point, request.Facts, _past)
                : interpreter.Observe(request.Point, request.Facts, Evaluated, _past);
            Decided?.Invoke(request, expected);
            var (decided, held) = emitted.Decide(request.Point, request.Facts, request.Now, _states.Any());
            differences.Compare($"{what}, request {place} at '{request.Point}' on {request.Facts}", expected, decided);
            Keep(expected, request, request.Facts, held, place + 1 + request.After, request.Now);
        }
    }

    /// <summary>When silence refuses a decision.</summary>
    public static long DueOf(Decision decision, long now) =>
        decision.Holds.Select(hold => hold.Ticks).Min() is { } ticks && ticks <= long.MaxValue - now
            ? now + Math.Max(0, ticks)
            : long.MaxValue;

    private void Keep(Decision decision, SessionRequest request, string facts, long? held, int at, long now)
    {
        var recorded = _past.Record(request.Point, facts, decision, now);
        if (decision.Outcome != Outcome.Hold)
            return;
        if (held is not { } number)
        {
            differences.Add($"What is held at '{request.Point}' on {facts} does not wait.");
            return;
        }
        // What has no time to wait is over at once. What the state adds to the common facts is added anew when a reviewer decides.
        var meant = _past.Waiting(recorded)!;
        var waits = _states.Any().Held.Find(number, now)?.Request;
        var same = waits is null ? null : waits with { Decision = meant.Decision, Common = meant.Common };
        if (meant.Due <= now ? waits is not null : meant != same)
            differences.Add($"What is held at '{request.Point}' on {facts} waits as {waits}, and by the trace as {meant}.");
        _waiting.Add(new Waiting(recorded, number, request, facts, at));
    }

    // At the instant at which their time was over, before what comes then or later.
    private void RefuseSilent(long now)
    {
        foreach (
            var silent in _waiting
                .Where(held => _past.Waiting(held.Recorded)!.Due <= now)
                .OrderBy(held => _past.Waiting(held.Recorded)!.Due)
                .ThenBy(held => held.Recorded)
                .ToList())
        {
            _past.RefuseBySilence(silent.Recorded, _past.Waiting(silent.Recorded)!.Due);
            _waiting.Remove(silent);
        }
    }

    private void Answer(string what, int place, long now, SessionTrace trace)
    {
        foreach (var held in _waiting.Where(held => held.At <= place).ToList())
        {
            // What was held again may be over at once.
            RefuseSilent(now);
            if (!_waiting.Contains(held))
                continue;
            var where = $"{what}, before request {place}, on what is held at '{held.Request.Point}' on {held.Facts}";
            var draw = new ReviewDraw(new Random(unchecked(trace.Requests.Count * 1_000_003 + place * 1_009 + held.Recorded)));
            var said = Enumerable
                .Range(0, draw.Words())
                .Any(_ => Say(where, held, draw.Any(_past.Waiting(held.Recorded)!), now) == ReviewAnswer.Refused);
            if (said || !(held.Request.Approved || held.Request.After % 2 == 1))
                continue;
            if (held.Request.Approved)
                Approve(where, held, draw, place, now, trace);
            else if (_past.Waiting(held.Recorded)!.Queues[0] is { Reviewers.Count: > 0 } queue)
                Say(where, held, ReviewDraw.Right(_past.Waiting(held.Recorded)!, queue, 1, approves: false), now);
        }
    }

    private void Approve(string where, Waiting held, ReviewDraw draw, int place, long now, SessionTrace trace)
    {
        // Now and then it is decided again before everybody has agreed, which nobody can forbid a host.
        if (!draw.Chance(20))
        {
            var request = _past.Waiting(held.Recorded)!;
            foreach (
                var (number, queue) in request
                    .Queues.SelectMany(queue => Enumerable.Repeat(queue, queue.Approvals > 3 ? 1 : queue.Approvals))
                    .Index())
                Say(where, held, ReviewDraw.Right(request, queue, number, approves: true), now);
        }
        _waiting.Remove(held);
        _past.Resume(held.Recorded);
        var facts = draw.Facts(
            held.Facts,
            now,
            [.. trace.Requests.Where(other => other.Point == held.Request.Point).Select(other => other.Facts)]);
        var expected = Evaluated is null
            ? interpreter.Decide(held.Request.Point, facts, _past)
            : interpreter.Observe(held.Request.Point, facts, Evaluated, _past);
        Resumed?.Invoke(expected);
        var (decided, again) = emitted.Resume(held.Request.Point, facts, now, _states.Any(), held.Held);
        differences.Compare($"{where}, decided again on {facts}", expected, decided);
        Keep(expected, held.Request with { Approved = draw.Chance(50) }, facts, again, place + 2, now);
    }

    private ReviewAnswer Say(string where, Waiting held, Review review, long now)
    {
        var expected = _past.Take(held.Recorded, review, now);
        Answered?.Invoke(expected);
        var answer = _states.Any().Held.Take(held.Held, review, now).Answer;
        if (answer != expected)
            differences.Add($"{where}: {review} comes to {answer}, and by the trace to {expected}.");
        if (expected == ReviewAnswer.Refused)
            _waiting.Remove(held);
        return expected;
    }

    private sealed record Waiting(int Recorded, long Held, SessionRequest Request, string Facts, int At);
}
