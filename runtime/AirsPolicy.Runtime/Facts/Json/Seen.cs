namespace AirsPolicy.Runtime.Facts.Json;

/// <summary>
/// Which names of one record have been read, so that one that stands twice is found: a bit for each of the first members, the set of names
/// for all others.
/// </summary>
internal struct Seen
{
    private const int Bits = 64;

    private ulong _members;
    private int _owner;

    /// <summary>Adds a listed member; false where it has been read already.</summary>
    /// <param name="index">Its index.</param>
    /// <param name="name">Its name.</param>
    public bool Add(int index, ReadOnlySpan<byte> name, ref JsonCursor cursor)
    {
        if (index >= Bits)
            return Add(name, -1, ref cursor);
        var bit = 1UL << index;
        if ((_members & bit) != 0)
            return false;
        _members |= bit;
        return true;
    }

    /// <summary>Adds a name; false where it has been read already.</summary>
    /// <param name="start">Where it stands in the JSON, or -1.</param>
    public bool Add(ReadOnlySpan<byte> name, int start, ref JsonCursor cursor)
    {
        // Numbers of owners are kept one higher, so that the zero of a fresh value means none.
        if (_owner == 0)
            _owner = cursor.Names.NewOwner() + 1;
        return cursor.Names.Add(_owner - 1, name, cursor.Json, start);
    }
}
