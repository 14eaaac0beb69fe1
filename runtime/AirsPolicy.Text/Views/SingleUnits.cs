using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Text.Views;

/// <summary>
/// The units that folding makes one unit of, whatever stands before them and as long as another such unit follows: nearly all that is
/// written in any script.
/// </summary>
internal static class SingleUnits
{
    private const int BlockUnits = 16;

    // The block was not known, and is now.
    private const int Again = int.MinValue;

    private static readonly UnitTable<char> s_folded = new(FoldUnit);

    /// <summary>What a unit becomes; U+0000 for what is no such unit.</summary>
    public static char Of(char unit) => s_folded[unit];

    /// <summary>
    /// Folds from the start of a text up to the last such unit before another, or up to a space behind a space, and gives how many units
    /// that took. It may stop earlier where ASCII follows, which <see cref="AsciiFolding"/> folds faster.
    /// </summary>
    /// <param name="source">The text.</param>
    /// <param name="target">Takes the units, and may be written to beyond them; at least as long as the source.</param>
    /// <param name="last">What stands in the view before the text.</param>
    public static int Fold(ReadOnlySpan<char> source, Span<char> target, char last)
    {
        var at = 0;
        while (at + BlockUnits < source.Length)
        {
            var taken = FoldBlock(source[at..], target[at..], last);
            if (taken == BlockUnits)
            {
                at += BlockUnits;
                last = target[at - 1];
            }
            else if (taken != Again)
            {
                return Math.Max(0, at + taken);
            }
        }

        for (; at + 1 < source.Length; at++)
        {
            var folded = Of(source[at]);
            if (folded == default) return Math.Max(0, at - 1);
            if (folded == ' ' && last == ' ') return at;
            target[at] = last = folded;
        }

        return at > 0 && Of(source[at]) == default ? at - 1 : at;
    }

    // How many units of a block can be taken; one less than none where the last of the block before cannot.
    private static int FoldBlock(ReadOnlySpan<char> source, Span<char> target, char last)
    {
        var units = Vector256.LoadUnsafe(ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(source)));
        if ((units & Vector256.Create((ushort)0xFF80)) == Vector256<ushort>.Zero) return Of(source[0]) == default ? -1 : 0;
        var folded = Vector256.Create(Made(source), Made(source[(BlockUnits / 2)..]));
        folded.CopyTo(MemoryMarshal.Cast<char, ushort>(target));
        var others = Vector256.Equals(folded, Vector256<ushort>.Zero).ExtractMostSignificantBits();
        var spaces = Vector256.Equals(folded, Vector256.Create((ushort)' ')).ExtractMostSignificantBits();
        var again = spaces & (spaces << 1 | (last == ' ' ? 1u : 0));
        if ((others | again) == 0) return BlockUnits;
        var stop = BitOperations.TrailingZeroCount(others | again);
        return (again >> stop & 1) != 0 ? stop
            : Of(source[stop]) == default ? stop - 1
            : Again;
    }

    private static Vector128<ushort> Made(ReadOnlySpan<char> source) => Vector128.Create(
        s_folded.Made(source[0]),
        s_folded.Made(source[1]),
        s_folded.Made(source[2]),
        s_folded.Made(source[3]),
        s_folded.Made(source[4]),
        s_folded.Made(source[5]),
        s_folded.Made(source[6]),
        s_folded.Made(source[7]));

    private static char FoldUnit(char unit)
    {
        if (char.IsSurrogate(unit)) return default;
        if (!FoldingTables.TryFold(unit, out var parts)) return FoldingTables.MarkOf(unit) == 0 ? unit : default;
        if (parts.IsEmpty || parts[0] > char.MaxValue || FoldingTables.MarkOf(parts[0]) != 0) return default;
        foreach (var mark in parts[1..])
        {
            if (!FoldingPass.DropsMarks(parts[0]) || FoldingTables.MarkOf(mark) is 0 or FoldingTables.Joining) return default;
        }
        return (char)parts[0];
    }
}
