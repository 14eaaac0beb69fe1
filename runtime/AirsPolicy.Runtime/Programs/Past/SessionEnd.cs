using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Runtime.Programs.Past;

/// <summary>Where the facts of a point say that a session is to end, and which one.</summary>
internal sealed class SessionEnd
{
    private readonly int _event = -1;
    private readonly int _session = -1;
    private readonly int _ends = -1;

    public SessionEnd(PointLayout layout)
    {
        if (layout.Point != PointNames.Session
            || SlotLayout.Find(layout.Facts, ["session_event"]) is not { Shape: EnumShape events } happened)
            return;
        (_event, _ends) = (happened.Offset, events.IndexOf("ends"));
        _session = SlotLayout.Find(layout.Facts, ["session", "id"])?.Offset ?? -1;
    }

    /// <summary>The session that is to end, as <c>session.id</c>; null for none.</summary>
    public string? Of(FactFrame facts) =>
        IsAsked(facts) && _session >= 0 && facts.Has(_session) ? facts.Chars(facts.Long(_session)).ToString() : null;

    /// <summary>Whether a session is to end.</summary>
    public bool IsAsked(FactFrame facts) => _event >= 0 && facts.Has(_event) && facts.Long(_event) == _ends;
}
