using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AirsPolicy.Text.Literals;

/// <summary>The greatest unit of a text tells what cannot stand there: whole scripts, mostly.</summary>
internal static class GreatestUnit
{
    /// <summary>The greatest unit; the least that there is where the text is empty.</summary>
    public static char Of(ReadOnlySpan<char> text)
    {
        var units = MemoryMarshal.Cast<char, ushort>(text);
        ushort greatest = 0;
        if (units.Length >= Vector256<ushort>.Count)
        {
            ref var first = ref MemoryMarshal.GetReference(units);
            // The last vector may overlap the one before.
            var all = Vector256.LoadUnsafe(ref first, (nuint)(units.Length - Vector256<ushort>.Count));
            for (var at = 0; at + Vector256<ushort>.Count <= units.Length; at += Vector256<ushort>.Count)
                all = Vector256.Max(all, Vector256.LoadUnsafe(ref first, (nuint)at));
            var half = Vector128.Max(all.GetLower(), all.GetUpper());
            for (var lane = 0; lane < Vector128<ushort>.Count; lane++) greatest = Math.Max(greatest, half[lane]);
            return (char)greatest;
        }

        foreach (var unit in units) greatest = Math.Max(greatest, unit);
        return (char)greatest;
    }
}
