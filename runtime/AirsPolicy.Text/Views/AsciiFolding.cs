using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AirsPolicy.Text.Views;

/// <summary>Folds text of ASCII as far as each unit becomes one, in one pass: capitals become small, white space a space.</summary>
internal static class AsciiFolding
{
    /// <summary>Whether a unit leaves one in the view: printable ASCII, and the controls that are white space.</summary>
    public static bool IsKept(char unit) => (uint)(unit - ' ') <= '~' - ' ' || IsControl(unit);

    /// <summary>What a unit that is kept becomes.</summary>
    public static char Of(char unit) => (uint)(unit - 'A') < 26 ? (char)(unit | 0x20) : IsControl(unit) ? ' ' : unit;

    /// <summary>
    /// Folds from the start of a text up to what is not kept, or is white space behind white space, and gives how many units that took.
    /// </summary>
    /// <param name="source">The text.</param>
    /// <param name="target">Takes the units, and may be written to beyond them; at least as long as the source.</param>
    /// <param name="last">What stands in the view before the text.</param>
    public static int Fold(ReadOnlySpan<char> source, Span<char> target, char last)
    {
        var at = 0;
        if (source.Length >= Vector256<ushort>.Count)
        {
            at = FoldBlocks(source, target, last, out var isWhole);
            if (!isWhole) return at;
            last = target[at - 1];
        }

        for (; at < source.Length && at < target.Length; at++)
        {
            var unit = source[at];
            if (!IsKept(unit)) break;
            var folded = Of(unit);
            if (folded == ' ' && last == ' ') break;
            target[at] = last = folded;
        }

        return at;
    }

    // The blocks of a text, up to one in which something else stands.
    private static int FoldBlocks(ReadOnlySpan<char> source, Span<char> target, char last, out bool isWhole)
    {
        ref var units = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(source));
        ref var folded = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(target[..source.Length]));
        var space = Vector256.Create((ushort)' ');
        var spaceBefore = last == ' ' ? 1u : 0;
        var at = 0;
        for (; at + Vector256<ushort>.Count <= source.Length; at += Vector256<ushort>.Count)
        {
            var block = Vector256.LoadUnsafe(ref units, (nuint)at);
            var isControl = Vector256.LessThanOrEqual(block - Vector256.Create((ushort)'\t'), Vector256.Create((ushort)('\r' - '\t')));
            var isPrintable = Vector256.LessThanOrEqual(block - space, Vector256.Create((ushort)('~' - ' ')));
            var isCapital = Vector256.LessThan(block - Vector256.Create((ushort)'A'), Vector256.Create((ushort)26));
            block = Vector256.ConditionalSelect(isControl, space, block | (isCapital & space));
            block.StoreUnsafe(ref folded, (nuint)at);
            var spaces = Vector256.Equals(block, space).ExtractMostSignificantBits();
            var other = ~(isControl | isPrintable).ExtractMostSignificantBits() & ushort.MaxValue | spaces & (spaces << 1 | spaceBefore);
            if (other != 0)
            {
                isWhole = false;
                return at + BitOperations.TrailingZeroCount(other);
            }

            spaceBefore = spaces >> (Vector256<ushort>.Count - 1);
        }

        isWhole = true;
        return at;
    }

    private static bool IsControl(char unit) => (uint)(unit - '\t') <= '\r' - '\t';
}
