namespace AirsPolicy.Runtime.State.Keys;

/// <summary>
/// Keys in the order in which they were last written, each with the mark of that time. Entries are numbers, which stay the same until the
/// entry is removed; finding, adding, touching and removing take constant time.
/// </summary>
internal sealed class RecencyTable
{
    /// <summary>No entry.</summary>
    public const int None = -1;

    private const int Smallest = 2;

    private Entry[] _entries = [];
    // Entry numbers plus one, so that a cleared array is an empty table.
    private int[] _buckets = [];
    private int _used;
    private int _free = None;

    /// <summary>How many keys there are.</summary>
    public int Count { get; private set; }

    /// <summary>The entry that was not written for longest, or <see cref="None"/>.</summary>
    public int Oldest { get; private set; } = None;

    /// <summary>The entry that was written last, or <see cref="None"/>.</summary>
    public int Newest { get; private set; } = None;

    /// <summary>When an entry was last written.</summary>
    public long MarkOf(int entry) => _entries[entry].Mark;

    /// <summary>The key of an entry.</summary>
    public StateKey KeyOf(int entry) => _entries[entry].Key;

    /// <summary>The entry that was written next after another, or <see cref="None"/>.</summary>
    public int NewerOf(int entry) => _entries[entry].Newer;

    /// <summary>The entry of a key, or <see cref="None"/>.</summary>
    public int Find(in StateKey key)
    {
        if (Count == 0)
            return None;
        var entry = _buckets[Bucket(key)] - 1;
        while (entry != None && _entries[entry].Key != key)
            entry = _entries[entry].Next;
        return entry;
    }

    /// <summary>Adds a key that is not there as the newest.</summary>
    public int Add(in StateKey key, long mark)
    {
        var number = _free;
        if (number != None)
        {
            _free = _entries[number].Next;
        }
        else
        {
            if (_used == _entries.Length)
                Grow();
            number = _used++;
        }
        ref var bucket = ref _buckets[Bucket(key)];
        _entries[number] = new Entry { Key = key, Mark = mark, Next = bucket - 1 };
        bucket = number + 1;
        Count++;
        LinkNewest(number);
        return number;
    }

    /// <summary>Makes an entry the newest.</summary>
    public void Touch(int entry, long mark)
    {
        _entries[entry].Mark = mark;
        if (entry == Newest)
            return;
        Unlink(entry);
        LinkNewest(entry);
    }

    /// <summary>Takes an entry out; its number is given out again.</summary>
    public void Remove(int entry)
    {
        Unlink(entry);
        ref var place = ref _buckets[Bucket(_entries[entry].Key)];
        if (place == entry + 1)
        {
            place = _entries[entry].Next + 1;
        }
        else
        {
            var before = place - 1;
            while (_entries[before].Next != entry)
                before = _entries[before].Next;
            _entries[before].Next = _entries[entry].Next;
        }
        _entries[entry] = new Entry { Next = _free };
        _free = entry;
        Count--;
    }

    /// <summary>Takes every entry out.</summary>
    /// <param name="most">Room for more entries than this is given back.</param>
    public void Clear(int most)
    {
        (_used, _free, Newest, Oldest, Count) = (0, None, None, None, 0);
        if (_entries.Length > most)
            (_entries, _buckets) = ([], []);
        else
            _buckets.AsSpan().Clear();
    }

    // The number of buckets is a power of two.
    private int Bucket(in StateKey key) => key.GetHashCode() & (_buckets.Length - 1);

    private void Grow()
    {
        Array.Resize(ref _entries, Math.Max(Smallest, 2 * _entries.Length));
        _buckets = new int[_entries.Length];
        for (var number = 0; number < _used; number++)
        {
            ref var bucket = ref _buckets[Bucket(_entries[number].Key)];
            _entries[number].Next = bucket - 1;
            bucket = number + 1;
        }
    }

    private void LinkNewest(int number)
    {
        ref var entry = ref _entries[number];
        entry.Older = Newest;
        entry.Newer = None;
        if (Newest == None)
            Oldest = number;
        else
            _entries[Newest].Newer = number;
        Newest = number;
    }

    private void Unlink(int number)
    {
        var (older, newer) = (_entries[number].Older, _entries[number].Newer);
        if (older == None)
            Oldest = newer;
        else
            _entries[older].Newer = newer;
        if (newer == None)
            Newest = older;
        else
            _entries[newer].Older = older;
    }

    private struct Entry
    {
        public StateKey Key;
        public long Mark;
        public int Older;
        public int Newer;
        // The next entry of the bucket, or of those that are free.
        public int Next;
    }
}
