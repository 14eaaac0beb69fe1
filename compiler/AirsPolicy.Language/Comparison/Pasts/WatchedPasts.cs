using System.Text.Json.Nodes;
using AirsPolicy.Language.Comparison.Search;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model.Pace;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Comparison.Pasts;

/// <summary>Pasts in which a breaker has tripped, has begun to close again, or a chart has become worse.</summary>
internal sealed class WatchedPasts(MadeUpFacts facts, ConditionPasts conditions)
{
    private const int MostOfOne = 24;
    private const int MostWays = 4;

    public IEnumerable<MadeUpPast> OfBreaker(RuleScope scope, string name, IReadOnlyList<long> ages, int depth) =>
        scope.Version.Model.Breakers.FirstOrDefault(breaker => breaker.Name == name) is { } breaker ? Of(scope, breaker, ages, depth) : [];

    /// <summary>What makes the chart of a layer worse, and the charts that it reads.</summary>
    public IEnumerable<MadeUpPast> OfChart(RuleScope scope, string? name, IReadOnlyList<long> ages, int depth) =>
        scope
            .Version.Model.Charts.Where(chart => name is null || chart.Name == name)
            .SelectMany(chart => chart.Triggers.SelectMany(trigger => Of(scope, trigger, ages, depth).Take(MostOfOne)));

    private IEnumerable<MadeUpPast> Of(RuleScope scope, BreakerModel breaker, IReadOnlyList<long> ages, int depth)
    {
        foreach (var trip in breaker.Trips.Take(MostWays))
        {
            foreach (var request in facts.Requests(scope.Version, trip.Point, trip.Tool, scope.Request.Tool).Take(2))
            {
                var at = new RuleScope(scope.Version, scope.Other, request, []);
                var last = new MadeUpEvent(request, facts.Calm(request), TimeSpan.TicksPerSecond);
                var tripped = conditions
                    .Of(at, [trip.Condition], last.Facts, [ages[0]], depth)
                    .Take(MostOfOne)
                    .Concat(
                        ConditionSearch
                            .Of(at, trip.Condition, true, last.Facts)
                            .Take(MostWays)
                            .Select(made => MadeUpPast.Of(last with { Facts = made }, 1)));
                foreach (var past in tripped)
                {
                    yield return past;
                    yield return past.Earlier(TimeSpan.TicksPerSecond).And(MadeUpPast.Of(last, 1));
                    // Some of it at the edge of a window, and the last of it now.
                    foreach (
                        var spread in ages.SelectMany(age =>
                            facts
                                .Refused(request)
                                .Take(1)
                                .Select(refused => past.Earlier(age).And(MadeUpPast.Of(last with { Facts = refused }, 1)))))
                        yield return spread;
                    foreach (var probes in ages.Skip(1).SelectMany(age => Probed(scope, breaker, past.Earlier(age), age)))
                        yield return probes;
                }
            }
        }
    }

    // As often as it has to go on before it closes, and once less and more.
    private IEnumerable<MadeUpPast> Probed(RuleScope scope, BreakerModel breaker, MadeUpPast tripped, long age)
    {
        yield return tripped;
        if (age <= TimeSpan.TicksPerSecond)
            yield break;
        var probe = new MadeUpEvent(scope.Request, facts.Calm(scope.Request), TimeSpan.TicksPerSecond);
        if (!breaker.Points.Contains(scope.Request.Point))
            yield break;
        foreach (var times in new[] { breaker.Probes, breaker.Probes - 1, breaker.Probes + 1 }.Where(times => times > 0))
        {
            yield return tripped.And(MadeUpPast.Of(probe, times));
            foreach (var refused in facts.Refused(scope.Request).Take(1))
                yield return tripped
                    .And(MadeUpPast.Of(probe, times))
                    .And(MadeUpPast.Of(probe with { Facts = refused, Ago = TimeSpan.TicksPerSecond / 2 }, 1));
        }
    }

    private IEnumerable<MadeUpPast> Of(RuleScope scope, TriggerModel trigger, IReadOnlyList<long> ages, int depth)
    {
        foreach (var request in facts.Requests(scope.Version, PointNames.Signal, null, null))
        {
            var at = new RuleScope(scope.Version, scope.Other, request, []);
            foreach (
                var made in ConditionSearch
                    .Of(at, trigger.Condition, true, facts.Calm(request))
                    .Where(made => !IsFalse(at, trigger, made))
                    .Take(MostWays))
            {
                foreach (var before in conditions.Of(at, [trigger.Condition], made, ages, depth).Take(MostOfOne).Prepend(MadeUpPast.Empty))
                {
                    foreach (var past in ages.Select(age => Signalled(before, new MadeUpEvent(request, made, age), trigger.For)))
                        yield return past;
                }
            }
        }
    }

    private static bool IsFalse(RuleScope at, TriggerModel trigger, JsonObject made) =>
        at.Evaluate(trigger.Condition, made) is BoolValue { Truth: false } && !PastLeaves.AsksPast(trigger.Condition);

    // Twice, so that it has held for as long as it has to.
    private static MadeUpPast Signalled(MadeUpPast before, MadeUpEvent signal, long held) => held == 0
        ? before.Earlier(signal.Ago).And(MadeUpPast.Of(signal, 1))
        : before.Earlier(signal.Ago + held).And(MadeUpPast.Of(signal with { Ago = signal.Ago + held }, 1)).And(MadeUpPast.Of(signal, 1));
}
