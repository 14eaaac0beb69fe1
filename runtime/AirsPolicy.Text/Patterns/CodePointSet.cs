using System.Buffers;
using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Text.Patterns;

/// <summary>An unchanging set of code points (0 to 10FFFF, surrogates included), equal to another with the same members.</summary>
public sealed class CodePointSet : IEquatable<CodePointSet>
{
    internal const int LastCodePoint = 0x10FFFF;
    internal const int FirstSupplementary = 0x10000;

    private static readonly CodePointSet[] s_oneAscii =
    [
        .. Enumerable.Range(0, 128).Select(codePoint => new CodePointSet([new CodePointRange(codePoint, codePoint)])),
    ];

    // Sorted, with a gap between neighbours.
    private readonly CodePointRange[] _ranges;
    private readonly ulong _asciiLow;
    private readonly ulong _asciiHigh;

    private CodePointSet(CodePointRange[] ranges)
    {
        this._ranges = ranges;
        foreach (var range in ranges)
        {
            if (range.First > 127) break;
            for (var codePoint = range.First; codePoint <= Math.Min(range.Last, 127); codePoint++)
            {
                if (codePoint < 64) _asciiLow |= 1UL << codePoint;
                else _asciiHigh |= 1UL << codePoint;
            }
        }
    }

    public static CodePointSet Empty { get; } = new([]);

    public static CodePointSet All { get; } = new([new CodePointRange(0, LastCodePoint)]);

    /// <summary>Ascending, with a gap between neighbours.</summary>
    public ReadOnlySpan<CodePointRange> Ranges => _ranges;

    public bool IsEmpty => _ranges.Length == 0;

    internal static CodePointSet Of(int codePoint) =>
        (uint)codePoint < 128 ? s_oneAscii[codePoint] : new([new CodePointRange(codePoint, codePoint)]);

    /// <summary>The members of all ranges, which may overlap and stand in any order.</summary>
    internal static CodePointSet Of(ReadOnlySpan<CodePointRange> ranges)
    {
        if (ranges.IsEmpty) return Empty;
        var sorted = ranges.ToArray();
        Array.Sort(sorted, (left, right) => left.First.CompareTo(right.First));
        return Merge(sorted, []);
    }

    /// <summary>Takes at most 21 steps, and none that depends on the size of the set for ASCII.</summary>
    public bool Contains(int codePoint)
    {
        if ((uint)codePoint < 64) return (_asciiLow >> codePoint & 1) != 0;
        if ((uint)codePoint < 128) return (_asciiHigh >> codePoint & 1) != 0;

        return Find(codePoint) >= 0;
    }

    public CodePointSet Union(CodePointSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (large, small) = _ranges.Length >= other._ranges.Length ? (this, other) : (other, this);
        return large.Includes(small) ? large : Merge(large._ranges, small._ranges);
    }

    public CodePointSet Complement()
    {
        var gaps = new CodePointRange[_ranges.Length + 1];
        var count = 0;
        var next = 0;
        foreach (var range in _ranges)
        {
            if (range.First > next) gaps[count++] = new CodePointRange(next, range.First - 1);
            next = range.Last + 1;
        }

        if (next <= LastCodePoint) gaps[count++] = new CodePointRange(next, LastCodePoint);
        return new CodePointSet(count == gaps.Length ? gaps : gaps[..count]);
    }

    public bool Overlaps(CodePointSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        int left = 0, right = 0;
        while (left < _ranges.Length && right < other._ranges.Length)
        {
            if (_ranges[left].Last < other._ranges[right].First) left++;
            else if (other._ranges[right].Last < _ranges[left].First) right++;
            else return true;
        }

        return false;
    }

    public bool Equals(CodePointSet? other) => other is not null && _ranges.AsSpan().SequenceEqual(other._ranges);

    public override bool Equals(object? obj) => Equals(obj as CodePointSet);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var range in _ranges) hash.Add(range);
        return hash.ToHashCode();
    }

    // The range that holds a code point, or -1.
    private int Find(int codePoint)
    {
        var low = 0;
        var high = _ranges.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            if (codePoint < _ranges[middle].First) high = middle - 1;
            else if (codePoint > _ranges[middle].Last) low = middle + 1;
            else return middle;
        }

        return -1;
    }

    private bool Includes(CodePointSet other)
    {
        foreach (var range in other._ranges)
        {
            var index = Find(range.First);
            if (index < 0 || _ranges[index].Last < range.Last) return false;
        }

        return true;
    }

    // Both sorted by their first code point; linear, so that adding a character to a large shared set stays cheap.
    private static CodePointSet Merge(ReadOnlySpan<CodePointRange> left, ReadOnlySpan<CodePointRange> right)
    {
        var rented = ArrayPool<CodePointRange>.Shared.Rent(left.Length + right.Length);
        var result = new CodePointSet(rented[..Merge(left, right, rented)]);
        ArrayPool<CodePointRange>.Shared.Return(rented);
        return result;
    }

    private static int Merge(ReadOnlySpan<CodePointRange> left, ReadOnlySpan<CodePointRange> right, Span<CodePointRange> merged)
    {
        int count = 0, fromLeft = 0, fromRight = 0;
        while (fromLeft < left.Length || fromRight < right.Length)
        {
            var takeLeft = fromRight == right.Length || (fromLeft < left.Length && left[fromLeft].First <= right[fromRight].First);
            var next = takeLeft ? left[fromLeft++] : right[fromRight++];
            if (count > 0 && next.First <= merged[count - 1].Last + 1)
            {
                merged[count - 1] = new CodePointRange(merged[count - 1].First, Math.Max(merged[count - 1].Last, next.Last));
            }
            else
            {
                merged[count++] = next;
            }
        }

        return count;
    }
}
