using AirsPolicy.Runtime.State.Keys;

namespace AirsPolicy.Runtime.State.Tallies;

/// <summary>
/// Which entries go when a session or run ends, for keys that have more to them than that: those of one owner hang together.
/// </summary>
internal sealed class OwnedKeys
{
    private readonly Dictionary<StateKey, int> _newest = [];
    private Link[] _links = [];

    /// <summary>The entry of an owner that came last, or <see cref="RecencyTable.None"/>.</summary>
    public int Newest(in StateKey owner) => _newest.GetValueOrDefault(owner, RecencyTable.None);

    /// <summary>Whose an entry is; null for nobody's.</summary>
    public StateKey? OwnerOf(int entry) => entry < _links.Length && _links[entry].Owned ? _links[entry].Owner : null;

    /// <summary>Says whose an entry is.</summary>
    public void Add(in StateKey owner, int entry)
    {
        if (entry >= _links.Length)
            Array.Resize(ref _links, Math.Max(entry + 1, 2 * _links.Length));
        var earlier = Newest(owner);
        _links[entry] = new Link { Owned = true, Owner = owner, Earlier = earlier, Later = RecencyTable.None };
        if (earlier != RecencyTable.None)
            _links[earlier].Later = entry;
        _newest[owner] = entry;
    }

    /// <summary>Takes an entry from its owner, if it has one.</summary>
    public void Remove(int entry)
    {
        if (entry >= _links.Length || !_links[entry].Owned)
            return;
        var link = _links[entry];
        _links[entry] = default;
        if (link.Earlier != RecencyTable.None)
            _links[link.Earlier].Later = link.Later;
        if (link.Later != RecencyTable.None)
            _links[link.Later].Earlier = link.Earlier;
        else if (link.Earlier != RecencyTable.None)
            _newest[link.Owner] = link.Earlier;
        else
            _newest.Remove(link.Owner);
    }

    private struct Link
    {
        public bool Owned;
        public StateKey Owner;
        public int Earlier;
        public int Later;
    }
}
