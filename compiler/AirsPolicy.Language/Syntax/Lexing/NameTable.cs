namespace AirsPolicy.Language.Syntax;

/// <summary>One string object per distinct name of a file, with the keyword it is; found from the characters without allocating.</summary>
internal sealed class NameTable
{
    private static readonly NameTable s_keywords = WithKeywords();

    private Entry[] _entries;
    private int _count;

    public NameTable()
        : this((Entry[])s_keywords._entries.Clone(), s_keywords._count)
    {
    }

    private NameTable(Entry[] entries, int count)
    {
        _entries = entries;
        _count = count;
    }

    public string Intern(ReadOnlySpan<char> name, out Keyword keyword)
    {
        var hash = HashOf(name);
        var slot = SlotOf(name, hash);
        if (_entries[slot].Name is { } found)
        {
            keyword = _entries[slot].Keyword;
            return found;
        }

        keyword = Keyword.None;
        var text = name.ToString();
        Add(new Entry(text, hash, Keyword.None), slot);
        return text;
    }

    /// <summary>The keyword with exactly this spelling, else <see cref="Keyword.None"/>.</summary>
    public static Keyword KeywordOf(ReadOnlySpan<char> name) => s_keywords._entries[s_keywords.SlotOf(name, HashOf(name))].Keyword;

    private static NameTable WithKeywords()
    {
        var table = new NameTable(new Entry[512], 0);
        foreach (var keyword in KeywordTable.All)
        {
            var name = KeywordTable.SpellingOf(keyword);
            var hash = HashOf(name);
            table.Add(new Entry(name, hash, keyword), table.FreeSlot(hash));
        }

        return table;
    }

    private void Add(Entry entry, int slot)
    {
        _entries[slot] = entry;
        if (++_count * 2 < _entries.Length)
            return;
        var old = _entries;
        _entries = new Entry[old.Length * 2];
        foreach (var kept in old)
        {
            if (kept.Name is not null)
                _entries[FreeSlot(kept.Hash)] = kept;
        }
    }

    // Where a name lies, or where it would lie: linear probing over at most half full tables.
    private int SlotOf(ReadOnlySpan<char> name, int hash)
    {
        var mask = _entries.Length - 1;
        var slot = hash & mask;
        while (_entries[slot].Name is { } found && (_entries[slot].Hash != hash || !name.SequenceEqual(found)))
            slot = (slot + 1) & mask;
        return slot;
    }

    private int FreeSlot(int hash)
    {
        var mask = _entries.Length - 1;
        var slot = hash & mask;
        while (_entries[slot].Name is not null)
            slot = (slot + 1) & mask;
        return slot;
    }

    private static int HashOf(ReadOnlySpan<char> name)
    {
        var hash = 17u;
        foreach (var unit in name)
            hash = (hash * 31) + unit;
        return (int)((hash ^ (hash >> 15)) & int.MaxValue);
    }

    private readonly record struct Entry(string? Name, int Hash, Keyword Keyword);
}
