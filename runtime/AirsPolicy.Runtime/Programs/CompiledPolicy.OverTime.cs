using System.Runtime.CompilerServices;
using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Programs.Tables;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Limits;

namespace AirsPolicy.Runtime.Programs;

/// <summary>Decisions that ask the past, draw from limits, or are written down for those that follow. Others never come here.</summary>
public sealed partial class CompiledPolicy
{
    // By the number of the point, then by that of the tool plus one; empty where nothing at the point has to do with the past.
    private readonly StandingPast?[][] _pasts;
    private readonly DecisionsOverTime _overTime;
    private readonly SessionLabels[] _sessionLabels;

    /// <summary>Whether anything of the policy has to do with the past.</summary>
    public bool CountsOverTime => Tables.Aggregates.Count > 0 || Tables.Limits.Count > 0 || Tables.Contents.Count > 0 || Tables.Charts.Count > 0 || Tables.Breakers.Count > 0 || CanHalt || CanHold || Tables.Queues.Any(queue => queue.Canary > 0);

    internal LimitArms[] Arms { get; }

    /// <summary>Where the facts of a point say which labels their session carries.</summary>
    internal SessionLabels SessionLabels(int point) => _sessionLabels[point];

    /// <summary>What the policy keeps over time, for <see cref="PolicyState"/>.</summary>
    public PolicyStateDefinition State => new(
        Tables.Aggregates.Select(aggregate => aggregate.Kept).ToValueList(), Tables.Limits.Select(limit => limit.Kept).ToValueList(), Tables.Origins,
        Tables.Charts.Select(chart => chart.Definition).ToValueList());

    /// <summary>Whether a decision has to do with the past, so that it needs the state of the policy.</summary>
    /// <param name="point">The number of the point.</param>
    /// <param name="facts">The facts.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool CountsOverTimeAt(int point, FactFrame facts) => _pasts[point].Length > 0 && Past(point, facts) is not null;

    /// <summary>
    /// The decision on facts that lie in a frame, with the past at hand. What it draws from limits is drawn, or set aside where it is held, and what
    /// became of it is written down; where its draws are taken by others meanwhile it is decided anew. Those that concern one session are
    /// made one after the other (<see cref="PolicyState.Sessions"/>). One that lets a session end forgets what was kept for it.
    /// </summary>
    /// <inheritdoc cref="Evaluate"/>
    /// <param name="state">The state of this policy.</param>
    public Decision Decide(int point, FactFrame facts, Evaluation evaluation, PolicyState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (Past(point, facts) is { } past)
            return Ending(point, facts, _overTime.Decide(point, past, facts, unread: null, evaluation, state), state);
        evaluation.Held = null;
        return Ending(point, facts, DecideUnderHalts(point, facts, evaluation, state), state);
    }

    /// <summary>The decision on facts that could not be read or do not fit, written down as far as they can be made out.</summary>
    /// <param name="point">The number of the point.</param>
    /// <param name="facts">What of them fits (<see cref="Facts.Json.FittingFacts"/>), with the time.</param>
    /// <param name="failure">Why they were refused.</param>
    /// <param name="evaluation">An evaluation of this policy.</param>
    /// <param name="state">The state of this policy.</param>
    public Decision Refuse(int point, FactFrame facts, Failure failure, Evaluation evaluation, PolicyState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (Past(point, facts) is { } past)
            return _overTime.Decide(point, past, facts, failure, evaluation, state);
        evaluation.Held = null;
        return Refuse(point, failure);
    }

    /// <summary>What concerns a point that knows no tools.</summary>
    internal StandingPast? PastOf(int point) => _pasts[point] is [{ } past, ..] ? past : null;

    private StandingPast? Past(int point, FactFrame facts)
    {
        var pasts = _pasts[point];
        return pasts.Length == 0 ? null : pasts[_points[point].Tool(facts) + 1];
    }

    // Where a point knows no tools, none is known.
    private static StandingPast?[] PastOf(ProgramTables tables, PointTable table, int point)
    {
        var stands = table.Everywhere.AsksPast || tables.PacePoints.Contains(point) || (tables.Breakers.Count > 0 && (table.Layout.Point == "recovery" || tables.Breakers.Any(breaker => breaker.Points.Contains(point))));
        StandingPast?[] pasts =
        [
            StandingPast.Of(tables, point, -1, stands),
            .. table.Tools.Select((tool, number) => StandingPast.Of(tables, point, number, stands || tool.AsksPast)),
        ];
        return Array.TrueForAll(pasts, past => past is null) ? [] : pasts;
    }
}
