using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Evaluation.Past;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State;

namespace AirsPolicy.Conformance.Tests.Differential;

/// <summary>
/// Decides a trace by the interpreter, which looks through everything that happened, and by emitted code, which asks the running state of a host. What is held is
/// approved, refused or left to silence.
/// </summary>
/// <param name="withStateMachines">The interpreter also drives the machines of the state, and fails where one of its questions is answered otherwise by them.</param>
internal sealed class SessionComparison(PolicyInterpreter interpreter, EmittedEngine emitted, Differences differences, bool withStateMachines = false)
{
    private readonly EventTrace _past = new(interpreter, withStateMachines);
    private readonly PolicyState _state = emitted.NewState();
    private readonly List<Waiting> _waiting = [];

    /// <summary>Told of every value that the interpreter works out, and of every decision; null to go on faster.</summary>
    public Action<Expression, Value>? Evaluated { get; init; }

    /// <inheritdoc cref="Evaluated"/>
    public Action<SessionRequest, Decision>? Decided { get; init; }

    public void Compare(string what, SessionTrace trace)
    {
        foreach (var (place, request) in trace.Requests.Index())
        {
            RefuseSilent(request.Now);
            Answer(what, place, request.Now);
            var expected = Evaluated is null
                ? interpreter.Decide(request.Point, request.Facts, _past)
                : interpreter.Observe(request.Point, request.Facts, Evaluated, _past);
            Decided?.Invoke(request, expected);
            var (decided, held) = emitted.Decide(request.Point, request.Facts, request.Now, _state);
            differences.Compare($"{what}, request {place} at '{request.Point}' on {request.Facts}", expected, decided);
            var recorded = _past.Record(request.Point, request.Facts, expected, request.Now);
            if (expected.Outcome == Outcome.Hold)
                _waiting.Add(new Waiting(recorded, held, request, place + 1 + request.After, DueOf(expected, request.Now)));
        }
    }

    /// <summary>When silence refuses a decision.</summary>
    public static long DueOf(Decision decision, long now) =>
        decision.Holds.Select(hold => hold.Ticks).Min() is { } ticks && ticks <= long.MaxValue - now ? now + ticks : long.MaxValue;

    // At the instant at which their time was over, before what comes then or later.
    private void RefuseSilent(long now)
    {
        foreach (var silent in _waiting.Where(held => held.Due <= now).OrderBy(held => held.Due).ThenBy(held => held.Recorded).ToList())
        {
            _past.RefuseBySilence(silent.Recorded, silent.Due);
            _waiting.Remove(silent);
        }
    }

    private void Answer(string what, int place, long now)
    {
        foreach (var held in _waiting.Where(held => held.At <= place && (held.Request.Approved || held.Request.After % 2 == 1)).ToList())
        {
            _past.Settle(held.Recorded, held.Request.Approved, now);
            _waiting.Remove(held);
            if (held.Held is not { } number)
                continue;
            var settled = held.Request.Approved ? _state.Held.GoOn(number, now) == FailureKind.None : _state.Held.Refuse(number, now);
            if (!settled)
                differences.Add($"{what}, before request {place}: what was held at '{held.Request.Point}' on {held.Request.Facts} waits no more.");
        }
    }

    private sealed record Waiting(int Recorded, long? Held, SessionRequest Request, int At, long Due);
}
