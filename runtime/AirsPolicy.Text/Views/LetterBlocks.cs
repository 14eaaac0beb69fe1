using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AirsPolicy.Text.Views;

/// <summary>Picks the letters and digits of a folded text, eight of its units at a time as long as they are of ASCII.</summary>
internal static class LetterBlocks
{
    /// <summary>The units of a block.</summary>
    public const int Length = 8;

    // For each choice of the units of a block, which of them come one after the other. What is behind them is written over.
    private static readonly ushort[] s_orders = Orders();

    /// <summary>Picks from the blocks from a place on, and gives where the first begins that is not of ASCII alone or not whole.</summary>
    /// <param name="source">The folded text.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="text">Takes the units; it is as long as the source.</param>
    /// <param name="places">Takes where in the source they stand; it is as long as the source.</param>
    /// <param name="count">How many have been picked, at most as many as lie before <paramref name="from"/>.</param>
    public static int Pick(ReadOnlySpan<char> source, int from, Span<char> text, Span<int> places, ref int count)
    {
        ref var units = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(source));
        var picked = MemoryMarshal.Cast<char, ushort>(text);
        for (; from + Length <= source.Length; from += Length)
        {
            var block = Vector128.LoadUnsafe(ref units, (nuint)from);
            if (Vector128.GreaterThanAny(block, Vector128.Create((ushort)0x7F))) break;
            var isLetter = Vector128.LessThan(block - Vector128.Create((ushort)'a'), Vector128.Create((ushort)26));
            var isDigit = Vector128.LessThan(block - Vector128.Create((ushort)'0'), Vector128.Create((ushort)10));
            var mask = (isLetter | isDigit).ExtractMostSignificantBits();
            var order = Vector128.Create(s_orders.AsSpan((int)mask * Length, Length));
            Vector128.Shuffle(block, order).CopyTo(picked[count..]);
            var (lower, upper) = Vector128.Widen(order);
            (lower.AsInt32() + Vector128.Create(from)).CopyTo(places[count..]);
            (upper.AsInt32() + Vector128.Create(from)).CopyTo(places[(count + (Length / 2))..]);
            count += BitOperations.PopCount(mask);
        }

        return from;
    }

    private static ushort[] Orders()
    {
        var orders = new ushort[(1 << Length) * Length];
        for (var mask = 0; mask < 1 << Length; mask++)
        {
            var next = mask * Length;
            for (var unit = 0; unit < Length; unit++)
            {
                if ((mask >> unit & 1) != 0) orders[next++] = (ushort)unit;
            }
        }

        return orders;
    }
}
