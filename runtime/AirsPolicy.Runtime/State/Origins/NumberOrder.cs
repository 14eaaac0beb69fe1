using System.Buffers.Binary;

namespace AirsPolicy.Runtime.State.Origins;

/// <summary>Numbers by their groups joined.</summary>
internal readonly struct NumberOrder(byte[] spelled) : IComparer<uint>
{
    public int Compare(uint x, uint y)
    {
        Span<byte> left = stackalloc byte[OriginLimits.LongestNumber];
        Span<byte> right = stackalloc byte[OriginLimits.LongestNumber];
        return left[..Join(spelled, x, left)].SequenceCompareTo(right[..Join(spelled, y, right)]);
    }

    /// <summary>
    /// Sorts packed numbers: by their first eight characters as numbers, and by all of them only those that are equal so far.
    /// </summary>
    public static void Sort(byte[] spelled, uint[] numbers)
    {
        var keys = new ulong[numbers.Length];
        Span<byte> joined = stackalloc byte[OriginLimits.LongestNumber];
        for (var i = 0; i < numbers.Length; i++)
        {
            // What is shorter than eight is followed by noughts, which no number has.
            joined[..sizeof(ulong)].Clear();
            Join(spelled, numbers[i], joined);
            keys[i] = BinaryPrimitives.ReadUInt64BigEndian(joined);
        }
        keys.AsSpan().Sort(numbers.AsSpan());
        for (var first = 0; first < numbers.Length;)
        {
            var end = first + 1;
            while (end < numbers.Length && keys[end] == keys[first])
                end++;
            if (end - first > 1)
                numbers.AsSpan(first, end - first).Sort(new NumberOrder(spelled));
            first = end;
        }
    }

    /// <summary>Joins the groups of a packed number.</summary>
    public static int Join(byte[] spelled, uint number, Span<byte> joined)
    {
        var (start, length) = GroupedNumber.Of(number);
        return GroupedNumber.Join(spelled.AsSpan(start, length), joined);
    }
}
