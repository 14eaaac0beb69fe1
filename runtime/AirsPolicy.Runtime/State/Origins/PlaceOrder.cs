using System.Buffers;
using System.Buffers.Binary;

namespace AirsPolicy.Runtime.State.Origins;

/// <summary>Places by what stands from there on, as far as the longest value goes.</summary>
internal readonly struct PlaceOrder(byte[] spelled) : IComparer<int>
{
    private const int Few = 8;

    public int Compare(int x, int y) => From(x).SequenceCompareTo(From(y));

    /// <summary>Sorts places: by eight bytes at a time as numbers, and by the next eight only those that are equal so far.</summary>
    public static void Sort(byte[] spelled, int[] places)
    {
        var keys = ArrayPool<ulong>.Shared.Rent(places.Length);
        Sort(spelled, places, keys.AsSpan(0, places.Length), 0);
        ArrayPool<ulong>.Shared.Return(keys);
    }

    // As deep as the longest value has eights.
    private static void Sort(byte[] spelled, Span<int> places, Span<ulong> keys, int offset)
    {
        if (places.Length <= Few)
        {
            places.Sort(new PlaceOrder(spelled));
            return;
        }
        for (var i = 0; i < places.Length; i++)
            keys[i] = Eight(spelled, places[i] + offset);
        keys.Sort(places);
        if (offset + sizeof(ulong) >= OriginLimits.LongestValue)
            return;
        for (var first = 0; first < places.Length;)
        {
            var end = first + 1;
            while (end < places.Length && keys[end] == keys[first])
                end++;
            if (end - first > 1)
                Sort(spelled, places[first..end], keys[first..end], offset + sizeof(ulong));
            first = end;
        }
    }

    private static ulong Eight(byte[] spelled, int place)
    {
        if (place <= spelled.Length - sizeof(ulong))
            return BinaryPrimitives.ReadUInt64BigEndian(spelled.AsSpan(place));
        Span<byte> padded = stackalloc byte[sizeof(ulong)];
        padded.Clear();
        if (place < spelled.Length)
            spelled.AsSpan(place).CopyTo(padded);
        return BinaryPrimitives.ReadUInt64BigEndian(padded);
    }

    private ReadOnlySpan<byte> From(int place) => spelled.AsSpan(place, Math.Min(OriginLimits.LongestValue, spelled.Length - place));
}
