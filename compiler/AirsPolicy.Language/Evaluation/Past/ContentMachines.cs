using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Language.Model.Origins;
using AirsPolicy.Runtime.State.Contents;
using AirsPolicy.Runtime.State.Keys;

namespace AirsPolicy.Language.Evaluation.Past;

/// <summary>What the runtime keeps of the contents of sessions, driven with the decisions of a trace.</summary>
internal sealed class ContentMachines
{
    private readonly SessionContents _contents = new();

    public void Record(PastDecision past)
    {
        if (past.Fate != EventFate.WentOn)
            return;
        foreach (var content in past.Contents)
        {
            var origins = _contents.Bits.Of(content.Origins);
            _contents.Add(
                new RecordedContent(
                    content.Session is null ? null : KeyOf(content.Session),
                    _contents.Bits.Of(content.Labels),
                    content.Texts.Select(text => new RecordedText(origins, text)).ToValueList(),
                    content.IsIncomplete,
                    ItemOf(content.Remembered),
                    ItemOf(content.Recalled)));
        }
        if (past.Ended is { } session)
            _contents.Forget(KeyOf(session));
    }

    /// <summary>Whether the origins of a value are these.</summary>
    public bool Agrees(Value session, string value, HashSet<string> origins)
    {
        var reading = _contents.Origins.Read(KeyOf(session), value);
        return reading.IsOfModel == origins.Contains(OriginKinds.Model) && reading.IsUnclear == origins.Contains(OriginKinds.Unclear)
            && reading.Labels == _contents.Bits.Of(origins.Where(origin => origin is not (OriginKinds.Model or OriginKinds.Unclear)));
    }

    /// <summary>Whether it is true, or not, that a session carries a label.</summary>
    public bool Agrees(Value session, string label, bool carries) =>
        (_contents.Labels.Read(KeyOf(session)) & _contents.Bits.Of(label)) != 0 == carries;

    private static StateKey? ItemOf(string? key) => key is null ? null : SessionContents.ItemOf(key);

    private static StateKey KeyOf(Value session) => new StateKeyWriter().Begin().Add(((TextValue)session).Text).ToKey();
}
