using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Runs;
using AirsPolicy.Runtime.State.Keys;

namespace AirsPolicy.Runtime.Programs.Past;

/// <summary>Where the facts of a point say whose run it is, who acts, and how far the run has come.</summary>
internal sealed class RunSlots(PointLayout layout)
{
    private readonly int _id = SlotOf(layout, ["run", "id"]);
    private readonly int _agent = SlotOf(layout, ["agent", "id"]);
    private readonly int _followed = SlotOf(layout, ["run", "followed"]);
    private readonly int _missing = SlotOf(layout, ["run", "missing"]);

    /// <summary>The run, or null where the facts name none.</summary>
    public StateKey? Run(FactFrame facts, StateKeyWriter keys) =>
        facts.Has(_id) ? keys.Begin().Add(facts.Chars(facts.Long(_id))).ToKey() : null;

    /// <summary>The agent that acts; empty where the facts name none.</summary>
    public ReadOnlySpan<char> Agent(FactFrame facts) => facts.Has(_agent) ? facts.Chars(facts.Long(_agent)) : default;

    /// <summary>
    /// Puts where the run stands over what the facts say of it. Where that cannot be told the facts are missing, and rules that read them
    /// fail.
    /// </summary>
    public void Put(FactFrame facts, RunProgress? standing)
    {
        facts.Clear(_followed);
        facts.Clear(_missing);
        if (standing is null)
            return;
        facts.Set(_followed, standing.Followed ? 1 : 0);
        var missing = standing.Missing;
        var first = facts.AddSlots(missing.Count);
        for (var i = 0; i < missing.Count && first >= 0; i++)
        {
            if (facts.AddText(missing[i]) is not (>= 0 and var text))
                return;
            facts.Set(first + i, text);
        }

        if (first >= 0)
            facts.Set(_missing, Handle.Of(first, missing.Count));
    }

    private static int SlotOf(PointLayout layout, ReadOnlySpan<string> path) => SlotLayout.Find(layout.Facts, path)?.Offset ?? -1;
}
