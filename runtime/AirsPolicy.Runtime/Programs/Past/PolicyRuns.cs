using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Programs.Tables;
using AirsPolicy.Runtime.Runs;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Keys;

namespace AirsPolicy.Runtime.Programs.Past;

/// <summary>How far runs have come: facts of every decision that has to do with the past, and what is known when a run is over.</summary>
internal sealed class PolicyRuns(CompiledPolicy policy)
{
    // Null where nobody reads how far a run has come.
    private readonly RunSlots?[] _slots =
        [.. policy.Tables.Points.Select((point, number) => policy.Tables.RunPoints.Contains(number) ? new RunSlots(point.Layout) : null)];

    /// <summary>What a run is if it is over now; null where the policy holds it to nothing, or cannot tell.</summary>
    /// <param name="state">The state of the policy.</param>
    /// <param name="run">The key of its id alone.</param>
    /// <param name="reached">The goals, by name, of which the application has found that they are reached.</param>
    /// <param name="now">The time, in UTC ticks.</param>
    public RunOutcome? OutcomeOf(PolicyState state, in StateKey run, IReadOnlyCollection<string> reached, long now) =>
        ProgressOf(state, run, agent: default, now, out var began) is { } standing && began ? standing.Outcome(reached) : null;

    /// <summary>Puts how far the run has come into the facts, whatever they say of it.</summary>
    public void Put(in Turn turn)
    {
        if (_slots[turn.Point] is not { } slots)
            return;
        var facts = turn.Facts;
        slots.Put(
            facts,
            slots.Run(facts, new StateKeyWriter()) is { } run ? ProgressOf(turn.State, run, slots.Agent(facts), turn.Now, out _) : null);
    }

    // A run is held to what has begun in it, and to what the agent is of that acts.
    private RunProgress? ProgressOf(PolicyState state, in StateKey run, ReadOnlySpan<char> agent, long now, out bool began)
    {
        began = false;
        var followed = true;
        var (unfinished, unreached, untold) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var held in policy.Tables.Runs)
        {
            var beginning = state.Events.Read(held.Began, run, now);
            if (beginning.Failure != FailureKind.None)
                return null;
            began |= beginning.Amount != 0;
            if (beginning.Amount == 0 && !Contains(held, agent))
                continue;
            if (held.Order >= 0)
            {
                var steps = state.Events.Read(held.Order, run, now);
                if (steps.Failure != FailureKind.None)
                    return null;
                var reached = StepProgress.StateOf(steps.Amount);
                followed &= reached != StepAutomaton.Left;
                if (!policy.Tables.Aggregates[held.Order].Kept.Definition.Order!.IsComplete(reached))
                    unfinished.Add(held.Name);
            }

            foreach (var goal in held.Goals)
            {
                if (goal.Reached < 0)
                {
                    untold.Add(goal.Name);
                    continue;
                }

                var times = state.Events.Read(goal.Reached, run, now);
                if (times.Failure != FailureKind.None)
                    return null;
                if (times.Amount == 0)
                    unreached.Add(goal.Name);
            }
        }

        return policy.Tables.Runs.Count == 0 ? null : new RunProgress(followed, [.. unfinished], [.. unreached], [.. untold]);
    }

    private static bool Contains(RunTable held, ReadOnlySpan<char> agent)
    {
        foreach (var own in held.Agents)
        {
            if (agent.SequenceEqual(own))
                return true;
        }

        return false;
    }
}
