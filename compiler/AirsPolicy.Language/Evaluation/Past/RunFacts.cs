using AirsPolicy.Language.Evaluation.Facts;
using AirsPolicy.Language.Evaluation.Points;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Runs;

namespace AirsPolicy.Language.Evaluation.Past;

/// <summary>What the facts of a decision say of a run, and how far it has come, which is put among them.</summary>
internal sealed class RunFacts(PolicyPoints points)
{
    /// <summary>The run and the agent that acts; null where the facts do not name them.</summary>
    public (string? Run, string? Agent) At(string point, FactFrame facts)
    {
        if (points.Find(point) is not { } standing)
            return (null, null);
        var source = new FactSource(standing.PlacesFor(facts).Places, facts);
        return ((source.Read(["run", "id"]) as TextValue)?.Text, (source.Read(["agent", "id"]) as TextValue)?.Text);
    }

    /// <summary>Puts how far the run has come over what the facts say of it; where that cannot be told they are missing.</summary>
    public void Put(string point, FactFrame facts, RunProgress? standing)
    {
        if (points.Find(point) is not { } at)
            return;
        var places = at.PlacesFor(facts).Places;
        var (followed, missing) = (places.Find(["run", "followed"])!.Slot, places.Find(["run", "missing"])!.Slot);
        facts.Clear(followed);
        facts.Clear(missing);
        if (standing is null)
            return;
        facts.Set(followed, standing.Followed ? 1L : 0L);
        var names = standing.Missing.Select(name => facts.AddText(name)).ToList();
        var first = facts.AddSlots(names.Count);
        if (first < 0 || names.Contains(-1))
            return;
        for (var i = 0; i < names.Count; i++)
            facts.Set(first + i, names[i]);
        facts.Set(missing, Handle.Of(first, names.Count));
    }
}
