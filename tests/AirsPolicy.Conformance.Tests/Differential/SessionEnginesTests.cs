using System.Globalization;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Evaluation.Past;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State;
using Xunit;

namespace AirsPolicy.Conformance.Tests.Differential;

/// <summary>
/// Whole sessions, as the interpreter decides them by looking through everything that happened, and as emitted code does by the running state of a
/// host. <c>AIRS_SESSIONS</c> sets how many, <c>AIRS_TRACES</c> how many traces of them each policy gets, <c>AIRS_SEED</c> where the seeds begin.
/// </summary>
public sealed class SessionEnginesTests
{
    private const int UsualSessions = 1_200;
    private const int UsualTraces = 6;
    private const int Least = 1_000;
    private const int LeastOfRare = 30;

    [Fact]
    public void Interpreter_and_emitted_code_decide_alike_through_interleaved_sessions()
    {
        var (coverage, differences) = (new Coverage(), new Differences());
        var wanted = Setting("AIRS_SESSIONS", UsualSessions);
        var (sessions, traces) = (0, Setting("AIRS_TRACES", UsualTraces));
        for (var seed = Setting("AIRS_SEED", 20_260_615); sessions < wanted; seed++)
        {
            var draw = new PolicyDraw(seed, past: true);
            var interpreter = new PolicyInterpreter(draw.Model);
            using var emitted = new EmittedEngine(draw.Model);
            for (var number = 0; number < traces; number++)
            {
                var trace = draw.Trace();
                Compare($"Seed {seed}, trace {number}", trace, interpreter, emitted, differences, sessions < UsualSessions ? coverage : null);
                sessions += trace.Sessions;
            }
        }

        differences.AssertNone();
        if (wanted >= UsualSessions && traces <= UsualTraces)
            AssertReached(coverage);
    }

    private static void Compare(string what, SessionTrace trace, PolicyInterpreter interpreter, EmittedEngine emitted, Differences differences, Coverage? coverage)
    {
        var past = new EventTrace(interpreter);
        var state = emitted.NewState();
        var waiting = new List<Waiting>();
        foreach (var (place, request) in trace.Requests.Index())
        {
            RefuseSilent(waiting, past, request.Now);
            Answer(waiting, place, past, state, request.Now);
            var expected = coverage is null
                ? interpreter.Decide(request.Point, request.Facts, past)
                : interpreter.Observe(request.Point, request.Facts, coverage.Add, past);
            coverage?.Add(expected);
            var (decided, held) = emitted.Decide(request.Point, request.Facts, request.Now, state);
            differences.Compare($"{what}, request {place} at '{request.Point}' on {request.Facts}", expected, decided);
            var recorded = past.Record(request.Point, request.Facts, expected, request.Now);
            if (expected.Outcome == Outcome.Hold)
                waiting.Add(new Waiting(recorded, held, request, place + 1 + request.After, DueOf(expected, request.Now)));
        }
    }

    // At the instant at which their time was over, before what comes then or later.
    private static void RefuseSilent(List<Waiting> waiting, EventTrace past, long now)
    {
        foreach (var silent in waiting.Where(held => held.Due <= now).OrderBy(held => held.Due).ThenBy(held => held.Recorded).ToList())
        {
            past.Settle(silent.Recorded, wentOn: false, silent.Due);
            waiting.Remove(silent);
        }
    }

    private static void Answer(List<Waiting> waiting, int place, EventTrace past, PolicyState state, long now)
    {
        foreach (var held in waiting.Where(held => held.At <= place && (held.Request.Approved || held.Request.After % 2 == 1)).ToList())
        {
            past.Settle(held.Recorded, held.Request.Approved, now);
            if (held.Held is { } number && held.Request.Approved)
                Assert.Equal(FailureKind.None, state.Held.GoOn(number, now));
            else if (held.Held is { } refused)
                Assert.True(state.Held.Refuse(refused, now));
            waiting.Remove(held);
        }
    }

    private static long DueOf(Decision decision, long now) =>
        decision.Holds.Select(hold => hold.Ticks).Min() is { } ticks && ticks <= long.MaxValue - now ? now + ticks : long.MaxValue;

    private static void AssertReached(Coverage coverage)
    {
        Assert.True(coverage.AboveAllow >= coverage.Decisions * 0.3, $"{coverage.AboveAllow} of {coverage.Decisions} decisions are above allow.");
        string[] often = ["past none", "past some", "past decimal none", "past decimal some", "limit passed", "limit not passed"];
        string[] rarely = ["past unknown", "rule MissingFact", "rule MisfitFact", "rule Overflow", "point MisfitFact", "point Unknown", "detect"];
        Assert.Empty(often.Where(name => coverage.Of(name) < Least).Concat(rarely.Where(name => coverage.Of(name) < LeastOfRare))
            .Select(name => $"{name}: {coverage.Of(name)}"));
    }

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : usual;

    private sealed record Waiting(int Recorded, long? Held, SessionRequest Request, int At, long Due);
}
