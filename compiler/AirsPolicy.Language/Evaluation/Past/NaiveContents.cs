using AirsPolicy.Language.Evaluation.Origins;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Language.Model.Origins;
using AirsPolicy.Runtime.State.Origins;

namespace AirsPolicy.Language.Evaluation.Past;

/// <summary>The meaning of origins and labels, by going through everything that ever came in.</summary>
internal sealed class NaiveContents
{
    private readonly Dictionary<Value, HashSet<string>> _labels = [];
    private readonly Dictionary<string, HashSet<string>> _items = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ofAll = new(StringComparer.Ordinal);
    private readonly List<(Value Session, HashSet<string> Origins, string Text)> _texts = [];
    private readonly Dictionary<Value, long> _characters = [];
    private readonly HashSet<Value> _unclear = [];
    private bool _allUnclear;

    public NaiveContents(IEnumerable<PastDecision> past)
    {
        foreach (var decision in past.Where(decision => decision.Fate == EventFate.WentOn))
        {
            foreach (var content in decision.Contents)
                Add(content);
            if (decision.Ended is { } session)
                End(session);
        }
    }

    /// <summary>Where a value came from: the names of its origins, never none.</summary>
    public HashSet<string> OriginOf(Value session, string value)
    {
        if (!OriginSearch.IsClear(value))
            return [OriginKinds.Unclear];
        var origins = _texts
            .Where(text => text.Session == session && OriginSearch.In(text.Text, value))
            .SelectMany(text => text.Origins)
            .ToHashSet(StringComparer.Ordinal);
        if (_allUnclear || _unclear.Contains(session))
            origins.Add(OriginKinds.Unclear);
        else if (origins.Count == 0)
            origins.Add(OriginKinds.Model);
        return origins;
    }

    /// <summary>Whether a session carries a label.</summary>
    public bool Carries(Value session, string label) =>
        _ofAll.Contains(label) || (_labels.TryGetValue(session, out var labels) && labels.Contains(label));

    private void End(Value session)
    {
        _labels.Remove(session);
        _characters.Remove(session);
        _unclear.Remove(session);
        _texts.RemoveAll(text => text.Session == session);
    }

    private void Add(PastContent content)
    {
        if (content.Session is not { } session)
        {
            _ofAll.UnionWith(content.Labels);
            _allUnclear |= content.IsIncomplete || content.Texts.Count > 0;
            return;
        }
        var labels = Of(_labels, session);
        labels.UnionWith(content.Labels);
        HashSet<string> recalled =
        [
            .. content.Recalled is { } read && _items.TryGetValue(read, out var remembered) ? remembered : [],
            .. content.Recalled is null ? [] : _ofAll,
        ];
        labels.UnionWith(recalled);
        if (content.Remembered is { } written)
            Of(_items, written).UnionWith([.. labels, .. _ofAll]);
        foreach (var text in content.Texts.Where(text => text.Length > 0))
            Add(session, [.. content.Origins, .. recalled], text);
        if (content.IsIncomplete)
            _unclear.Add(session);
    }

    private void Add(Value session, HashSet<string> origins, string text)
    {
        var characters = _characters.GetValueOrDefault(session);
        if (_unclear.Contains(session) || text.Length > OriginLimits.SessionCharacters - characters)
        {
            _unclear.Add(session);
            return;
        }
        _characters[session] = characters + text.Length;
        _texts.Add((session, origins, text));
    }

    private static HashSet<string> Of<T>(Dictionary<T, HashSet<string>> all, T key)
        where T : notnull
    {
        if (!all.TryGetValue(key, out var labels))
            all.Add(key, labels = new HashSet<string>(StringComparer.Ordinal));
        return labels;
    }
}
