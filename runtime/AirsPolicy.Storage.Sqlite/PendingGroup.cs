namespace AirsPolicy.Storage.Sqlite;

/// <summary>What is kept together next. The same memory serves again and again. Under the lock of its owner.</summary>
internal sealed class PendingGroup
{
    // What an unusual group has taken is given back.
    private const int KeptBytes = 4 * 1024 * 1024;

    private readonly List<Entry> _entries = [];
    private byte[] _bytes = new byte[64 * 1024];

    /// <summary>How many bytes wait.</summary>
    public int Length { get; private set; }

    public bool IsEmpty => _entries.Count == 0;

    public IReadOnlyList<Entry> Entries => _entries;

    /// <summary>The number of the last entry.</summary>
    public long Last { get; private set; }

    /// <summary>When the first entry came, by the clock of <see cref="System.Diagnostics.Stopwatch"/>.</summary>
    public long Since { get; private set; }

    /// <param name="kind">What it is.</param>
    /// <param name="number">Its number in the sequence.</param>
    /// <param name="level">Of a hash its level in the tree; else 0.</param>
    /// <param name="index">The leaf it is of, or the index of a hash; 0 for what is neither.</param>
    /// <param name="name">Its name, or null.</param>
    /// <param name="bytes">What is kept, copied.</param>
    public void Add(StoredKind kind, long number, int level, long index, string? name, ReadOnlySpan<byte> bytes)
    {
        if (_entries.Count == 0)
            Since = System.Diagnostics.Stopwatch.GetTimestamp();
        if (_bytes.Length - Length < bytes.Length)
            Array.Resize(ref _bytes, Math.Max(checked(Length + bytes.Length), (int)Math.Min(Array.MaxLength, 2L * _bytes.Length)));
        bytes.CopyTo(_bytes.AsSpan(Length));
        _entries.Add(new Entry(kind, number, level, index, name, Length, bytes.Length));
        Length += bytes.Length;
        Last = number;
    }

    public ReadOnlySpan<byte> Bytes(in Entry entry) => _bytes.AsSpan(entry.Start, entry.Length);

    /// <summary>Takes out every change of the state. What is said of the state then has a hole.</summary>
    public void DropState() => Keep(entry => entry.Kind is not (StoredKind.State or StoredKind.Whole));

    /// <summary>Takes out every change that says again what others before it have come to.</summary>
    public void DropWhole() => Keep(entry => entry.Kind != StoredKind.Whole);

    public void Clear()
    {
        _entries.Clear();
        Length = 0;
        if (_bytes.Length > KeptBytes)
            _bytes = new byte[64 * 1024];
    }

    private void Keep(Predicate<Entry> isKept)
    {
        var others = _entries.FindAll(isKept);
        var (bytes, last) = (_bytes, Last);
        (_bytes, Length) = (new byte[64 * 1024], 0);
        _entries.Clear();
        foreach (var entry in others)
            Add(entry.Kind, entry.Number, entry.Level, entry.Index, entry.Name, bytes.AsSpan(entry.Start, entry.Length));
        Last = last;
    }

    internal readonly record struct Entry(StoredKind Kind, long Number, int Level, long Index, string? Name, int Start, int Length);
}
