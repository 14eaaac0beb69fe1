namespace AirsPolicy.Conformance.Tests.Replaying;

/// <summary>What became of the tasks of one half of a suite.</summary>
internal sealed class Tally(string name)
{
    public int Tasks { get; private set; }

    public int TasksWhole { get; private set; }

    public int Poisoned { get; private set; }

    public int PoisonedWhole { get; private set; }

    public int Effects { get; private set; }

    public int ReachedEffects { get; private set; }

    public int Reads { get; private set; }

    public int ReachedReads { get; private set; }

    public void AddHonest(AgentSession session) => (Tasks, TasksWhole) = (Tasks + 1, TasksWhole + (session.RunsWhole ? 1 : 0));

    public void AddPoisoned(IEnumerable<AgentSession> sessions)
    {
        foreach (var session in sessions)
        {
            Poisoned++;
            PoisonedWhole += session.RunsWhole ? 1 : 0;
            Effects += session.InjectedEffects;
            ReachedEffects += session.ReachedEffects;
            Reads += session.InjectedReads;
            ReachedReads += session.ReachedReads;
        }
    }

    public void Add(Tally other)
    {
        (Tasks, TasksWhole) = (Tasks + other.Tasks, TasksWhole + other.TasksWhole);
        (Poisoned, PoisonedWhole) = (Poisoned + other.Poisoned, PoisonedWhole + other.PoisonedWhole);
        (Effects, ReachedEffects) = (Effects + other.Effects, ReachedEffects + other.ReachedEffects);
        (Reads, ReachedReads) = (Reads + other.Reads, ReachedReads + other.ReachedReads);
    }

    public override string ToString() =>
        $"{name}: {TasksWhole} of {Tasks} tasks run whole, {PoisonedWhole} of {Poisoned} poisoned ones; "
            + $"{ReachedEffects} of {Effects} injected effects and {ReachedReads} of {Reads} injected reads went on";
}
