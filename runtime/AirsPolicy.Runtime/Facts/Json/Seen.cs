using AirsPolicy.Runtime.Facts.Layout;

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
    /// <param name="counted">Its number among all that are counted.</param>
    /// <param name="names">The names that it stands among.</param>
    /// <param name="index">Its index among them.</param>
    public bool Add(int counted, NameTable names, int index, ref JsonCursor cursor)
    {
        if (counted >= Bits)
            return Add(names.Utf8(index), -1, ref cursor);
        var bit = 1UL << counted;
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
