namespace AirsPolicy.Runtime.State.Origins;

/// <summary>The texts of one session. One thread at a time.</summary>
internal sealed class SessionTexts
{
    private readonly List<LabelledTexts> _texts = [];
    private readonly Spelling _value = new();
    private long _given;
    private int _characters;
    private bool _full;

    /// <summary>Held by who uses it.</summary>
    public Lock Order { get; } = new();

    /// <summary>The characters of all texts that were given to it, held or not.</summary>
    public long Characters => Interlocked.Read(ref _given);

    /// <summary>How many bytes the index takes.</summary>
    public int Size => _texts.Sum(t => t.Size);

    public void Add(ulong labels, ReadOnlySpan<char> text)
    {
        Interlocked.Add(ref _given, text.Length);
        if (_full || text.Length > OriginLimits.SessionCharacters - _characters)
        {
            _full = true;
            return;
        }
        _characters += text.Length;
        var spelling = new Spelling();
        spelling.Write(text);
        if (spelling.Words.Count == 0)
            return;
        var same = _texts.Find(t => t.Labels == labels);
        if (same is null)
            _texts.Add(same = new LabelledTexts(labels));
        same.Add(SortedTexts.Of(spelling));
    }

    /// <summary>There was a text of which nothing is known.</summary>
    public void Lose() => _full = true;

    public OriginReading Read(ReadOnlySpan<char> value)
    {
        if (value.Length > OriginLimits.LongestValue)
            return OriginReading.Unclear;
        _value.Write(value);
        if (_value.Letters < OriginLimits.ShortestValue || _value.Bytes.Length > OriginLimits.LongestValue)
            return OriginReading.Unclear;
        Span<byte> number = stackalloc byte[OriginLimits.LongestNumber + 1];
        var length = GroupedNumber.Join(_value, number);
        if (length > 0)
            number[length++] = Spelling.WordEnd;
        var labels = 0UL;
        foreach (var texts in _texts)
        {
            if ((texts.Labels & ~labels) != 0 && texts.Holds(_value.Bytes, number[..length]))
                labels |= texts.Labels;
        }
        return new OriginReading(labels, _full);
    }
}
