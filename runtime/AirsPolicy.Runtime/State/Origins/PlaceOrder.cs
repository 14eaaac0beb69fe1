using System.Buffers;
using System.Buffers.Binary;

namespace AirsPolicy.Runtime.State.Origins;

/// <summary>Places by what stands from there on, as far as the longest value goes.</summary>
internal readonly struct PlaceOrder(byte[] spelled) : IComparer<int>
{
    public int Compare(int x, int y) => From(x).SequenceCompareTo(From(y));

    /// <summary>Sorts places. By the first eight bytes first, which need no look into the text: most differ there.</summary>
    public static void Sort(byte[] spelled, int[] places)
    {
        var heads = ArrayPool<ulong>.Shared.Rent(places.Length);
        var keys = heads.AsSpan(0, places.Length);
        for (var i = 0; i < places.Length; i++)
            keys[i] = Head(spelled.AsSpan(places[i]));
        keys.Sort(places.AsSpan());
        var order = new PlaceOrder(spelled);
        for (var first = 0; first < places.Length;)
        {
            var end = first + 1;
            while (end < places.Length && keys[end] == keys[first])
                end++;
            if (end - first > 1)
                places.AsSpan(first, end - first).Sort(order);
            first = end;
        }
        ArrayPool<ulong>.Shared.Return(heads);
    }

    private static ulong Head(ReadOnlySpan<byte> from)
    {
        if (from.Length >= sizeof(ulong))
            return BinaryPrimitives.ReadUInt64BigEndian(from);
        Span<byte> padded = stackalloc byte[sizeof(ulong)];
        padded.Clear();
        from.CopyTo(padded);
        return BinaryPrimitives.ReadUInt64BigEndian(padded);
    }

    private ReadOnlySpan<byte> From(int place) => spelled.AsSpan(place, Math.Min(OriginLimits.LongestValue, spelled.Length - place));
}
