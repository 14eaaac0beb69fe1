using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.State.Keys;

namespace AirsPolicy.Runtime.Programs.Past;

/// <summary>Where the facts of a point say whose session, run, agent and user it is, and at <c>recovery</c> what is to be lifted.</summary>
internal sealed class HaltSlots
{
    private const string Recovery = "recovery";

    private readonly int[] _ids;
    private readonly (int Offset, int Name)? _action;
    private readonly int _scope;
    private readonly int _id;
    private readonly int[] _scopes;

    public HaltSlots(PointLayout layout)
    {
        _ids = [.. Enum.GetValues<HaltScope>().Select(scope => SlotOf(layout, [NameOf(scope), "id"]))];
        IsRecovery = layout.Point == PointNames.Recovery;
        _scope = SlotOf(layout, [Recovery, "scope"]);
        _id = SlotOf(layout, [Recovery, "id"]);
        _scopes =
            _scope < 0
                ? []
                :
                [
                    .. ((EnumShape)SlotLayout.Find(layout.Facts, [Recovery, "scope"])!.Value.Shape).Names.Select(name =>
                        (int)Enum.Parse<HaltScope>(name, ignoreCase: true)),
                ];
        if (SlotLayout.Find(layout.Facts, [Recovery, "action"]) is { Shape: EnumShape actions } action)
            _action = (action.Offset, actions.IndexOf("lift"));
    }

    /// <summary>Halts are lifted there, and so do not stand.</summary>
    public bool IsRecovery { get; }

    /// <summary>The id of the session, run, agent or user whose the decision is, or null where the facts do not say it.</summary>
    public StateKey? KeyOf(HaltScope scope, FactFrame facts, StateKeyWriter keys) => KeyAt(_ids[(int)scope], facts, keys);

    /// <summary>The id of what is to be lifted, or null where the facts do not say it.</summary>
    public StateKey? LiftedKey(FactFrame facts, StateKeyWriter keys) => KeyAt(_id, facts, keys);

    /// <summary>What is to be lifted, or null.</summary>
    public HaltScope? Lifted(FactFrame facts) =>
        IsRecovery && _action is var (slot, lift) && facts.Has(slot) && facts.Long(slot) == lift && _scope >= 0 && facts.Has(_scope)
            ? (HaltScope)_scopes[facts.Long(_scope)]
            : null;

    private static StateKey? KeyAt(int slot, FactFrame facts, StateKeyWriter keys) =>
        slot >= 0 && facts.Has(slot) ? keys.Begin().Add(facts.Chars(facts.Long(slot))).ToKey() : null;

    private static string NameOf(HaltScope scope) => scope.ToString().ToLowerInvariant();

    private static int SlotOf(PointLayout layout, ReadOnlySpan<string> path) => SlotLayout.Find(layout.Facts, path)?.Offset ?? -1;
}
