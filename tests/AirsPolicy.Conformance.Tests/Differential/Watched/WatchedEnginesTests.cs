using System.Text.Json.Nodes;
using AirsPolicy.Conformance.Tests.Policies;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Evaluation.Past;
using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State.Pace;
using FsCheck;
using FsCheck.Fluent;
using Outcome = AirsPolicy.Runtime.Decisions.Outcome;

namespace AirsPolicy.Conformance.Tests.Differential.Watched;

/// <summary>
/// Random policies with charts and breakers through random sessions: interpreter and emitted code decide alike and keep the same states;
/// charts come back one step at a time, by people who may.
/// </summary>
public sealed class WatchedEnginesTests
{
    private const int Sessions = 4;
    private const int Requests = 80;

    private static readonly int s_policies = Math.Max(RandomCases.Cases / 400, 10);

    private readonly SortedDictionary<string, int> _seen = new(StringComparer.Ordinal);
    private readonly Differences _differences = new();
    private readonly Coverage _coverage = new();
    private readonly RunReport _report = new("watched");

    [Fact]
    public void Engines_agree_on_charts_and_breakers_and_recovery_is_one_step_by_a_person_who_may()
    {
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var draw = new Draw(seed);
            var source = new WatchedPolicies(draw).Write();
            var model = BoundPolicy.Drawn(source);
            var interpreter = new PolicyInterpreter(model);
            using var emitted = new EmittedEngine(model);
            _report.Add(model);
            _report.Add("sessions", Sessions);
            for (var session = 0; session < Sessions; session++)
                Run($"Policy {seed}, session {session}", model, interpreter, emitted, new WatchedRequests(draw));
        }).Check(Laws.Config.WithMaxTest(s_policies));

        _report.Write(_differences, _coverage.Counts, _seen);
        _differences.AssertNone();
        string[] expected =
        [
            "worse",
            "better",
            "several rounds",
            "recover refused",
            "breaker one opened",
            "breaker one closed",
            "breaker everyone opened",
            "breaker everyone closed",
            "unread signal",
            "missing reading",
            "held for",
        ];
        Assert.Empty(expected.Except(_seen.Keys));
    }

    private void Run(string what, PolicyModel model, PolicyInterpreter interpreter, EmittedEngine emitted, WatchedRequests requests)
    {
        var trace = new EventTrace(interpreter, withStateMachines: true);
        var states = new ExchangedStates(emitted.Policy.State, seed: 17);
        var clock = new VirtualClock("UTC");
        var waiting = new List<(int Number, long Due)>();
        for (var i = 0; i < Requests; i++)
        {
            clock.Advance(requests.Pause());
            foreach (
                var held in waiting.Where(held => held.Due <= clock.Now).OrderBy(held => held.Due).ThenBy(held => held.Number).ToList())
            {
                trace.RefuseBySilence(held.Number, held.Due);
                waiting.Remove(held);
            }
            var (point, given) = requests.Next(clock.Now);
            var state = states.Any();
            var facts = given.ToJsonString();
            var (before, open) = (trace.Watched.Reading, state.Breakers.Open);
            var expected = interpreter.Decide(point, facts, trace);
            var number = trace.Record(point, facts, expected, clock.Now);
            if (expected.Outcome == Outcome.Hold)
                waiting.Add((number, SessionComparison.DueOf(expected, clock.Now)));
            _differences.Compare($"{what}, request {i} at '{point}' on {facts}", expected, emitted.Decide(point, facts, state));
            var after = trace.Watched.Reading;
            state = states.Any();
            if (after.Signal != state.Pace.Reading.Signal || !after.Charts.SequenceEqual(state.Pace.Reading.Charts))
                _differences.Add(
                    $"{what}, request {i} at '{point}' on {facts}: charts at {string.Join(", ", after.Charts)}, emitted code has {string.Join(", ", state.Pace.Reading.Charts)}"
                );
            _coverage.Add(expected);
            AssertSteps(model, point, given, expected, before, after);
            Note(model, point, expected, before, after);
            foreach (
                var key in state
                    .Breakers.Open.Except(open)
                    .Where(entry => !open.Any(known => known.Breaker == entry.Breaker && known.Key == entry.Key)))
                See($"breaker {key.Breaker} opened");
            foreach (
                var key in open.Where(entry => !state.Breakers.Open.Any(known => known.Breaker == entry.Breaker && known.Key == entry.Key)))
                See($"breaker {key.Breaker} closed");
        }
    }

    private static void AssertSteps(
        PolicyModel model,
        string point,
        JsonObject facts,
        Decision decision,
        PaceReading before,
        PaceReading after)
    {
        foreach (var (number, chart) in model.Charts.Index())
        {
            var (from, to) = (before.Charts[number].Level, after.Charts[number].Level);
            if (to >= from)
                continue;
            Assert.Equal(from - 1, to);
            Assert.Equal(
                ("recovery", "recover", chart.Name),
                (point, facts["recovery"]!["action"]!.GetValue<string>(), facts["recovery"]!["id"]!.GetValue<string>()));
            Assert.True(decision is { Failure: null, Outcome: < Outcome.Hold });
            Assert.Equal("person", facts["approver"]!["kind"]!.GetValue<string>());
            var roles = facts["approver"]!["roles"]!.AsArray().Select(role => role!.GetValue<string>());
            Assert.NotEmpty(chart.Recoveries.Single(way => way.From == from).Authorities.Intersect(roles));
        }
    }

    private void Note(PolicyModel model, string point, Decision decision, PaceReading before, PaceReading after)
    {
        var changed = before.Charts.Zip(after.Charts).ToList();
        if (changed.Exists(chart => chart.Second.Level > chart.First.Level))
            See("worse");
        if (changed.Exists(chart => chart.Second.Level < chart.First.Level))
            See("better");
        if (point == "signal" && changed.Count(chart => chart.Second.Level > chart.First.Level) > 1)
            See("several rounds");
        if (point == "recovery" && decision.Fired.Any(rule => rule.Origin.Ordinal == FailedPoint.Ordinal && decision.Failure is null))
            See("recover refused");
        if (point == "signal" && decision.Failure is not null)
            See("unread signal");
        if (point == "signal" && decision.Fired.Any(rule => rule.Failure is { Kind: FailureKind.MissingFact }))
            See("missing reading");
        if (point == "signal"
            && decision.Fired.Any(rule =>
                rule.Failure is null
                && model
                    .Charts.SelectMany(chart => chart.Triggers)
                    .Any(trigger => trigger.For > 0 && trigger.Place.Line == rule.Origin.Line)))
            See("held for");
    }

    private void See(string what) => _seen[what] = _seen.GetValueOrDefault(what) + 1;
}
