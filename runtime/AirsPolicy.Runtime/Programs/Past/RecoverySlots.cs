using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.State.Keys;

namespace AirsPolicy.Runtime.Programs.Past;

/// <summary>Where the facts of <c>recovery</c> say who asks, and that a chart is to be brought back or a breaker closed.</summary>
internal sealed class RecoverySlots
{
    private readonly int _action;
    private readonly int _recover;
    private readonly int _close;
    private readonly int _id;
    private readonly int _key;
    private readonly int _kind;
    private readonly int _person;
    private readonly int _roles;

    public RecoverySlots(PointLayout layout)
    {
        (_action, var actions) = EnumAt(layout, ["recovery", "action"]);
        (_recover, _close) = (actions.IndexOf("recover"), actions.IndexOf("close"));
        (_id, _key) = (SlotOf(layout, ["recovery", "id"]), SlotOf(layout, ["recovery", "key"]));
        (_kind, var kinds) = EnumAt(layout, ["approver", "kind"]);
        _person = kinds.IndexOf("person");
        _roles = SlotOf(layout, ["approver", "roles"]);
    }

    /// <summary>A chart is to be brought back.</summary>
    public bool Recovers(FactFrame facts) => Is(facts, _action, _recover);

    /// <summary>A breaker is to be closed.</summary>
    public bool Closes(FactFrame facts) => Is(facts, _action, _close);

    /// <summary>Whether a person asks. Where the facts do not say it, nobody does.</summary>
    public bool IsPerson(FactFrame facts) => Is(facts, _kind, _person);

    /// <summary>Which chart or breaker; empty where the facts do not say it.</summary>
    public ReadOnlySpan<char> Id(FactFrame facts) => Has(facts, _id) ? facts.Chars(facts.Long(_id)) : default;

    /// <summary>The key for which a breaker is to be closed, or null.</summary>
    public StateKey? Key(FactFrame facts, StateKeyWriter keys) =>
        Has(facts, _key) ? keys.Begin().Add(facts.Chars(facts.Long(_key))).ToKey() : null;

    /// <summary>The roles of who asks.</summary>
    public IReadOnlyCollection<string> Roles(FactFrame facts)
    {
        if (!Has(facts, _roles))
            return [];
        var list = facts.Long(_roles);
        return [.. Enumerable.Range(0, Handle.Length(list)).Select(item => facts.Chars(facts.Long(Handle.Start(list) + item)).ToString())];
    }

    private static bool Is(FactFrame facts, int slot, int name) => name >= 0 && Has(facts, slot) && facts.Long(slot) == name;

    private static bool Has(FactFrame facts, int slot) => slot >= 0 && facts.Has(slot);

    private static (int Slot, EnumShape Names) EnumAt(PointLayout layout, ReadOnlySpan<string> path) =>
        SlotLayout.Find(layout.Facts, path) is { Shape: EnumShape names } found
            ? (found.Offset, names)
            : (-1, new EnumShape([], Rising: false));

    private static int SlotOf(PointLayout layout, ReadOnlySpan<string> path) => SlotLayout.Find(layout.Facts, path)?.Offset ?? -1;
}
