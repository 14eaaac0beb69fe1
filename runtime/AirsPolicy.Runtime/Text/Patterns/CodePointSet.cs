using AirsPolicy.Runtime.Text.Unicode;

namespace AirsPolicy.Runtime.Text.Patterns;

/// <summary>An unchanging set of code points (0 to 10FFFF, surrogates included), equal to another with the same members.</summary>
public sealed class CodePointSet : IEquatable<CodePointSet>
{
    internal const int LastCodePoint = 0x10FFFF;
    internal const int FirstSupplementary = 0x10000;

    // Sorted, with a gap between neighbours.
    private readonly CodePointRange[] ranges;
    private readonly ulong asciiLow;
    private readonly ulong asciiHigh;

    private CodePointSet(CodePointRange[] ranges)
    {
        this.ranges = ranges;
        foreach (var range in ranges)
        {
            for (var codePoint = range.First; codePoint <= Math.Min(range.Last, 127); codePoint++)
            {
                if (codePoint < 64) asciiLow |= 1UL << codePoint;
                else asciiHigh |= 1UL << codePoint;
            }
        }
    }

    public static CodePointSet Empty { get; } = new([]);

    public static CodePointSet All { get; } = new([new CodePointRange(0, LastCodePoint)]);

    /// <summary>Ascending, with a gap between neighbours.</summary>
    public ReadOnlySpan<CodePointRange> Ranges => ranges;

    public bool IsEmpty => ranges.Length == 0;

    public static CodePointSet Of(int codePoint) => new([new CodePointRange(codePoint, codePoint)]);

    /// <summary>The members of all ranges, which may overlap and stand in any order.</summary>
    public static CodePointSet Of(ReadOnlySpan<CodePointRange> ranges)
    {
        if (ranges.IsEmpty) return Empty;
        var sorted = ranges.ToArray();
        Array.Sort(sorted, (left, right) => left.First.CompareTo(right.First));
        return new CodePointSet(Merge(sorted, []));
    }

    /// <summary>Takes at most 21 steps, and none that depends on the size of the set for ASCII.</summary>
    public bool Contains(int codePoint)
    {
        if ((uint)codePoint < 64) return (asciiLow >> codePoint & 1) != 0;
        if ((uint)codePoint < 128) return (asciiHigh >> codePoint & 1) != 0;

        var low = 0;
        var high = ranges.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            if (codePoint < ranges[middle].First) high = middle - 1;
            else if (codePoint > ranges[middle].Last) low = middle + 1;
            else return true;
        }

        return false;
    }

    public CodePointSet Union(CodePointSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (IsEmpty || ReferenceEquals(this, other)) return other;
        return other.IsEmpty ? this : new CodePointSet(Merge(ranges, other.ranges));
    }

    public CodePointSet Complement()
    {
        var gaps = new List<CodePointRange>(ranges.Length + 1);
        var next = 0;
        foreach (var range in ranges)
        {
            if (range.First > next) gaps.Add(new CodePointRange(next, range.First - 1));
            next = range.Last + 1;
        }

        if (next <= LastCodePoint) gaps.Add(new CodePointRange(next, LastCodePoint));
        return new CodePointSet([.. gaps]);
    }

    public bool Overlaps(CodePointSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        int left = 0, right = 0;
        while (left < ranges.Length && right < other.ranges.Length)
        {
            if (ranges[left].Last < other.ranges[right].First) left++;
            else if (other.ranges[right].Last < ranges[left].First) right++;
            else return true;
        }

        return false;
    }

    public bool Equals(CodePointSet? other) => other is not null && ranges.AsSpan().SequenceEqual(other.ranges);

    public override bool Equals(object? obj) => Equals(obj as CodePointSet);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var range in ranges) hash.Add(range);
        return hash.ToHashCode();
    }

    // Both sorted by their first code point; linear, so that adding a character to a large shared set stays cheap.
    private static CodePointRange[] Merge(ReadOnlySpan<CodePointRange> left, ReadOnlySpan<CodePointRange> right)
    {
        var merged = new CodePointRange[left.Length + right.Length];
        var count = 0;
        while (!left.IsEmpty || !right.IsEmpty)
        {
            CodePointRange next;
            if (right.IsEmpty || (!left.IsEmpty && left[0].First <= right[0].First))
            {
                next = left[0];
                left = left[1..];
            }
            else
            {
                next = right[0];
                right = right[1..];
            }

            if (count > 0 && next.First <= merged[count - 1].Last + 1)
            {
                merged[count - 1] = new CodePointRange(merged[count - 1].First, Math.Max(merged[count - 1].Last, next.Last));
            }
            else
            {
                merged[count++] = next;
            }
        }

        return merged[..count];
    }
}
