using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Model.Origins;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Conformance.Tests.Differential.Packages;

/// <summary>
/// Whole sessions of random packages, which come through the parser and the binder: tools with limits, labels, origins, workflows, agents,
/// work that is handed on, orders and halts. Interpreter, emitted code and host decide alike; <see cref="SessionCases"/> says how many
/// sessions.
/// </summary>
public sealed class PackageEnginesTests
{
    private const int Least = 100;
    private const int LeastOfRare = 20;

    // Building and loading a bundle takes longer than compiling alone.
    private const int PackagesForHosts = 6;

    [Fact]
    public void Interpreter_and_emitted_code_decide_alike_what_agents_do()
    {
        var (coverage, differences) = (new PackageCoverage(), new Differences());
        var (sessions, packages, rejected) = (0, 0, 0);
        var (effects, report) = (new Coverage(), new RunReport("packages"));
        for (var seed = SessionCases.FirstSeed; sessions < SessionCases.Sessions; seed++)
        {
            var draw = new PackageDraw(seed);
            (packages, rejected) = (packages + 1, rejected + draw.Rejected);
            var interpreter = new PolicyInterpreter(draw.Model);
            using var emitted = new EmittedEngine(draw.Model);
            report.Add(draw.Model);
            coverage.Begin(draw.Model);
            for (var number = 0; number < SessionCases.Traces; number++)
            {
                var trace = draw.Trace();
                var comparison = SessionCases.IsObserved(sessions)
                    ? new SessionComparison(interpreter, emitted, differences, withStateMachines: number == 0)
                    {
                        Evaluated = coverage.Add,
                        Decided = Decided,
                        Answered = coverage.AddAnswer,
                        Resumed = coverage.AddResumed,
                    }
                    : new SessionComparison(interpreter, emitted, differences);
                comparison.Compare($"Seed {seed}, trace {number}", trace);
                sessions += trace.Sessions;
            }
        }

        report.Add("sessions", sessions);
        report.Write(differences, coverage.Counts, effects.Counts);
        differences.AssertNone();
        Assert.True(
            rejected * 4 <= packages,
            $"{rejected} packages were refused beside {packages}; the generator makes too many that do not compile.");
        if (SessionCases.AreVaried)
            AssertReached(coverage);

        void Decided(SessionRequest request, Decision decision)
        {
            coverage.Add(request, decision);
            effects.Add(decision);
        }
    }

    [Fact]
    public void A_host_that_keeps_the_state_decides_alike_what_agents_do_whatever_bundles_come_in_mid_session()
    {
        var (differences, report) = (new Differences(), new RunReport("hosts"));
        var exchanged = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var sessions = 0;
        for (var seed = SessionCases.FirstSeed; seed < SessionCases.FirstSeed + PackagesForHosts || sessions < SessionCases.Hosted; seed++)
        {
            var draw = new PackageDraw(seed);
            var (interpreter, bundles) = (new PolicyInterpreter(draw.Model), new ExchangedBundles(draw));
            report.Add(draw.Model);
            for (var number = 0; number < SessionCases.Traces; number++)
            {
                var trace = draw.Trace();
                new HostSession(interpreter, bundles).Compare($"Seed {seed}, trace {number}", trace, differences);
                sessions += trace.Sessions;
            }
            foreach (var (exchange, count) in bundles.Counts)
                exchanged[exchange] = exchanged.GetValueOrDefault(exchange) + count;
        }
        report.Add("sessions", sessions);
        report.Write(differences, exchanged);
        differences.AssertNone();
        Assert.Equal(6, exchanged.Count);
        if (SessionCases.AreVaried)
            Assert.All(exchanged, exchange => Assert.True(exchange.Value >= LeastOfRare, $"{exchange.Key}: {exchange.Value}"));
    }

    [Fact]
    public void A_seed_gives_the_same_package_and_traces_again()
    {
        var (first, second) = (new PackageDraw(7), new PackageDraw(7));
        Assert.Equal(first.Text, second.Text);
        Assert.Equal(first.Trace().Requests, second.Trace().Requests);
        Assert.NotEqual(first.Text, new PackageDraw(8).Text);
    }

    private static void AssertReached(PackageCoverage coverage)
    {
        Assert.True(
            coverage.AboveAllow >= coverage.Decisions * 0.3,
            $"{coverage.AboveAllow} of {coverage.Decisions} decisions are above allow.");
        string[] often =
        [
            "label reaches: yes",
            "label reaches: no",
            "effect label that went on",
            "effect label that did not",
            "origin known",
            "origin unknown",
            "several origins",
            "origin of a label",
            "limit passed",
            "limit not passed",
            "past none",
            "past some",
            "halted before",
            "held and approved",
            "held and refused",
            "held and left to silence",
            "review Counted",
            "review Complete",
            "again went on",
            "recovery that went on",
            "detect",
            .. Reasons.All.Select(reason => $"{reason}: no"),
        ];
        string[] rarely =
        [
            .. OriginKinds.All.Select(kind => $"origin {kind}"),
            .. Reasons.All.Select(reason => $"{reason}: yes"),
            "again held",
            "again refused",
            "rule MissingFact",
            "rule MisfitFact",
            "point MissingFact",
            "point MisfitFact",
            "package with agents",
        ];
        Assert.Empty(
            often
                .Where(name => coverage.Of(name) < Least)
                .Concat(rarely.Where(name => coverage.Of(name) < LeastOfRare))
                .Select(name => $"{name}: {coverage.Of(name)}"));
        Assert.True(
            coverage.Of("package with a goal that is covered") > 0 && coverage.Of("package without agents") > 0,
            "Packages are no longer of every kind.");
    }
}
