namespace AirsPolicy.Runtime.State.Origins;

/// <summary>
/// The texts of a session that have the same labels. A new one is sorted by itself and merged with those before it once it is a quarter of
/// their size: few are looked through, and each text is merged a number of times that grows with the logarithm of all.
/// </summary>
internal sealed class LabelledTexts(ulong labels)
{
    private const int Share = 4;

    private readonly List<SortedTexts> _sorted = [];

    public ulong Labels => labels;

    /// <summary>How many bytes they take.</summary>
    public int Size => _sorted.Sum(s => s.Size);

    public void Add(SortedTexts added)
    {
        while (_sorted.Count > 0 && added.Size >= _sorted[^1].Size / Share)
        {
            added = SortedTexts.Of(_sorted[^1], added);
            _sorted.RemoveAt(_sorted.Count - 1);
        }
        _sorted.Add(added);
    }

    public bool Holds(ReadOnlySpan<byte> value, ReadOnlySpan<byte> number)
    {
        foreach (var texts in _sorted)
        {
            if (texts.Holds(value) || !number.IsEmpty && (texts.Holds(number) || texts.HoldsNumber(number[..^1])))
                return true;
        }
        return false;
    }
}
