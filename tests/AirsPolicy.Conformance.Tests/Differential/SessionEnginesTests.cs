using AirsPolicy.Language.Evaluation;

namespace AirsPolicy.Conformance.Tests.Differential;

/// <summary>
/// Whole sessions, as the interpreter decides them by looking through everything that happened, and as emitted code does by the running
/// state of a host. The policies are random models, whose rules ask anything of anything; <see cref="SessionCases"/> says how many.
/// </summary>
public sealed class SessionEnginesTests
{
    private const int Least = 1_000;
    private const int LeastOfReviews = 100;
    private const int LeastOfRare = 30;

    // What people say comes to each of these, and what they agree to goes on, is refused all the same, or waits on.
    private static readonly string[] s_reviews =
    [
        "review Counted",
        "review Complete",
        "review Refused",
        "review OtherQueue",
        "review OtherContent",
        "review NotAPerson",
        "review NotAReviewer",
        "review OwnRequest",
        "review AlreadyApproved",
        "review Settled",
        "again went on",
        "again held",
        "again refused",
    ];

    [Fact]
    public void Interpreter_and_emitted_code_decide_alike_through_interleaved_sessions()
    {
        var (coverage, differences) = (new Coverage(), new Differences());
        var sessions = 0;
        var report = new RunReport("sessions");
        for (var seed = SessionCases.FirstSeed; sessions < SessionCases.Sessions; seed++)
        {
            var draw = new PolicyDraw(seed, past: true);
            var interpreter = new PolicyInterpreter(draw.Model);
            using var emitted = new EmittedEngine(draw.Model);
            report.Add(draw.Model);
            for (var number = 0; number < SessionCases.Traces; number++)
            {
                var trace = draw.Trace();
                var comparison = SessionCases.IsObserved(sessions)
                    ? new SessionComparison(interpreter, emitted, differences)
                    {
                        Evaluated = coverage.Add,
                        Decided = (_, decision) => coverage.Add(decision),
                        Answered = coverage.AddAnswer,
                        Resumed = coverage.AddResumed,
                    }
                    : new SessionComparison(interpreter, emitted, differences);
                comparison.Compare($"Seed {seed}, trace {number}", trace);
                sessions += trace.Sessions;
            }
        }

        report.Add("sessions", sessions);
        report.Write(differences, coverage.Counts);
        differences.AssertNone();
        if (SessionCases.AreVaried)
            AssertReached(coverage);
    }

    private static void AssertReached(Coverage coverage)
    {
        Assert.True(
            coverage.AboveAllow >= coverage.Decisions * 0.3,
            $"{coverage.AboveAllow} of {coverage.Decisions} decisions are above allow.");
        string[] often =
        [
            "past none",
            "past some",
            "past decimal none",
            "past decimal some",
            "limit passed",
            "limit not passed",
            "label carried",
            "label not carried",
            "origin model",
            "origin unclear",
        ];
        string[] rarely =
        [
            "past unknown",
            "rule MissingFact",
            "rule MisfitFact",
            "rule Overflow",
            "point MisfitFact",
            "point Unknown",
            "detect",
            "origin one",
            "origin several",
        ];
        Assert.Empty(
            often
                .Where(name => coverage.Of(name) < Least)
                .Concat(s_reviews.Where(name => coverage.Of(name) < LeastOfReviews))
                .Concat(rarely.Where(name => coverage.Of(name) < LeastOfRare))
                .Select(name => $"{name}: {coverage.Of(name)}"));
    }
}
