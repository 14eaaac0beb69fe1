namespace AirsPolicy.Runtime.State.Labels;

/// <summary>
/// The bits of labels by their names, the same as long as the state lives, whatever policy is in force. The last bit is shared by all names
/// that come after the others are given out: each of them then stands for all of them, which is too many labels and never too few.
/// </summary>
public sealed class LabelBits
{
    private const int Bits = 64;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, ulong> _bits = new(StringComparer.Ordinal);

    /// <summary>The bit of a label.</summary>
    public ulong Of(string name)
    {
        lock (_lock)
        {
            if (!_bits.TryGetValue(name, out var bit))
                _bits.Add(name, bit = 1UL << Math.Min(_bits.Count, Bits - 1));
            return bit;
        }
    }

    /// <summary>The bits of labels together.</summary>
    public ulong Of(IEnumerable<string> names)
    {
        var bits = 0UL;
        foreach (var name in names)
            bits |= Of(name);
        return bits;
    }
}
