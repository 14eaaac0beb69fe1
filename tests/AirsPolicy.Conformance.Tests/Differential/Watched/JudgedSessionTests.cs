using AirsPolicy.Collections;
using AirsPolicy.Conformance.Tests.Policies;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Evaluation.Past;
using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using FsCheck;
using FsCheck.Fluent;
using Outcome = AirsPolicy.Runtime.Decisions.Outcome;

namespace AirsPolicy.Conformance.Tests.Differential.Watched;

/// <summary>
/// Random policies with judges among charts, breakers, limits and holds, through random sessions: the engines decide alike, find the same
/// afterwards, and keep the same states.
/// </summary>
public sealed class JudgedSessionTests
{
    private const int Sessions = 3;
    private const int Requests = 60;

    private static readonly int s_policies = Math.Max(RandomCases.Cases / 400, 10);

    private readonly SortedDictionary<string, int> _seen = new(StringComparer.Ordinal);
    private readonly Differences _differences = new();
    private readonly Coverage _coverage = new();
    private readonly RunReport _report = new("judged");

    [Fact]
    public void Engines_agree_on_judges_among_what_counts_over_time()
    {
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var draw = new Draw(seed);
            var model = BoundPolicy.Drawn(JudgedPolicies.Write(draw));
            var interpreter = new PolicyInterpreter(model);
            using var emitted = new EmittedEngine(model);
            _report.Add(model);
            _report.Add("sessions", Sessions);
            for (var session = 0; session < Sessions; session++)
                Run($"Policy {seed}, session {session}", model, interpreter, emitted, new JudgedRequests(draw, model.Layouts));
        }).Check(Laws.Config.WithMaxTest(s_policies));

        _report.Write(_differences, _coverage.Counts, _seen);
        _differences.AssertNone();
        string[] expected =
        [
            "guard Provider",
            "guard MissingFact",
            "guard MisfitFact",
            "panel Provider",
            "later Provider",
            "guard asks",
            "panel asks",
            "later asks",
            "guard 0",
            "panel 0",
            "panel 1",
            "second asks",
            "both 0",
            "both 1",
            "later 0",
            "later 1",
            "looked 0",
            "looked 1",
            "looked MissingFact",
            "review Flag",
            "chart worse",
            "limit",
            "held",
        ];
        Assert.True(
            !expected.Except(_seen.Keys).Any(),
            $"Never seen: {string.Join(", ", expected.Except(_seen.Keys))}. Seen: {string.Join(", ", _seen)}");
    }

    private void Run(string what, PolicyModel model, PolicyInterpreter interpreter, EmittedEngine emitted, JudgedRequests requests)
    {
        var trace = new EventTrace(interpreter, withStateMachines: true);
        var state = emitted.NewState();
        var clock = new VirtualClock("UTC");
        var waiting = new List<(int Number, long Due)>();
        var later = model.Judges.Single(judge => !judge.Inline).Control;
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
            var facts = given.ToJsonString();
            var at = $"{what}, request {i} at '{point}' on {facts}";
            var worst = trace.Watched.Reading.Charts.Sum(chart => (int)chart.Level);
            var expected = interpreter.Decide(point, facts, trace);
            var number = trace.Record(point, facts, expected, clock.Now);
            if (expected.Outcome == Outcome.Hold)
                waiting.Add((number, SessionComparison.DueOf(expected, clock.Now)));
            _differences.Compare(at, expected, emitted.Decide(point, facts, state));
            var (after, own) = (trace.Watched.Reading, state.Pace.Reading);
            if (after.Signal != own.Signal || !after.Charts.SequenceEqual(own.Charts))
                _differences.Add($"{at}: charts at {string.Join(", ", after.Charts)}, emitted code has {string.Join(", ", own.Charts)}");
            _coverage.Add(expected);
            Note(expected);
            if (point != "output")
                continue;
            if (after.Charts.Sum(chart => (int)chart.Level) > worst)
                Note("chart worse");
            var found = interpreter.Decide(point, facts, trace);
            // What refuses everything is nothing that a judge has found.
            if (expected.Failure is not null
                || found.Failure is not null
                || IsHalted(found)
                || emitted.Review(point, facts, state) is not { } reviewed)
                continue;
            _differences.Compare($"{at}, afterwards", Of(found, later), reviewed);
            Note($"review {reviewed.Outcome}");
        }
    }

    private static bool IsHalted(Decision decision) => decision.Fired.Any(rule => rule.Origin.Ordinal == FailedPoint.Ordinal);

    private static Decision Of(Decision decision, string control)
    {
        var own = EffectJoin.Decide(
            decision.Point, [.. decision.Fired.Concat(decision.Detected).Where(rule => rule.Origin.Control == control)]);
        return own with
        {
            Bundle = decision.Bundle,
            // What was refused is not taken back.
            Events = own.Events.Where(e => e.Action != EventAction.Retract || decision.Outcome < Outcome.Block).ToValueList(),
        };
    }

    private void Note(Decision decision)
    {
        foreach (var rule in decision.Fired.Concat(decision.Detected))
        {
            var name = rule.Origin.Control[(rule.Origin.Control.LastIndexOf('.') + 1)..];
            Note(
                rule.Failure is { } failure ? $"{name} {failure.Kind}"
                : rule.Effects.Any(effect =>
                    effect is EventEffect { Action: EventAction.Ask } ask && ask.Target.EndsWith(name, StringComparison.Ordinal))
                    ? $"{name} asks"
                : $"{name} {rule.Origin.Ordinal}");
            if (rule.Origin.Control.EndsWith(".answers", StringComparison.Ordinal))
                Note("limit");
        }
        if (decision.Outcome == Outcome.Hold)
            Note("held");
    }

    private void Note(string what) => _seen[what] = _seen.GetValueOrDefault(what) + 1;
}
