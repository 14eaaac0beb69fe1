using AirsPolicy.Runtime.State.Changes;

namespace AirsPolicy.Runtime.State.Labels;

/// <summary>
/// The bits of labels by their names, the same as long as the state lives, whatever policy is in force. The last bit is shared by all names
/// that come after the others are given out: each of them then stands for all of them, which is too many labels and never too few.
/// </summary>
public sealed class LabelBits
{
    private const int Bits = 64;

    private readonly Lock _lock = new();
    private readonly ChangeWriter? _journal;
    private readonly Dictionary<string, ulong> _bits = new(StringComparer.Ordinal);

    /// <summary>No label has a bit.</summary>
    public LabelBits()
        : this(keeping: null)
    {
    }

    internal LabelBits(StateKeeping? keeping) => _journal = ChangeWriter.Of(keeping);

    /// <summary>The bit of a label.</summary>
    public ulong Of(string name)
    {
        lock (_lock)
        {
            if (_bits.TryGetValue(name, out var bit))
                return bit;
            _journal?.Begin(ChangeKind.LabelKnown).Add(name).End();
            return Add(name);
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

    /// <summary>Writes everything again.</summary>
    internal void Rewrite()
    {
        lock (_lock)
        {
            _journal!.Begin(ChangeKind.LabelNamesWhole).Add((long)_bits.Count);
            foreach (var (name, _) in _bits.OrderBy(label => label.Value))
                _journal.Add(name);
            _journal.End(ChangeRole.Whole);
        }
    }

    /// <summary>Does again what a change has done.</summary>
    internal void Apply(ChangeKind kind, ref ChangeReader change)
    {
        lock (_lock)
        {
            if (kind == ChangeKind.LabelKnown)
            {
                Add(change.Text());
                return;
            }
            _bits.Clear();
            foreach (var name in change.Texts())
                Add(name);
        }
    }

    private ulong Add(string name) => _bits[name] = 1UL << Math.Min(_bits.Count, Bits - 1);
}
