using System.Buffers;
using System.Numerics;

namespace AirsPolicy.Text.Windows;

/// <summary>
/// What of the end of a view can be the beginning of a match whose stretch has not come yet. It goes with one view as that grows.
/// </summary>
/// <param name="before">How many units a match has before its stretch at most.</param>
/// <param name="stops">Units that it does not have there; null for none.</param>
internal sealed class StretchLead(int before, SearchValues<char>? stops)
{
    private readonly byte[] _isStop = [.. Enumerable.Range(0, 128).Select(unit => stops?.Contains((char)unit) == true ? (byte)1 : (byte)0)];
    private int _held;

    /// <summary>Where that begins.</summary>
    public int HeldIn(ReadOnlySpan<char> view)
    {
        var first = Math.Max(0, view.Length - before);
        return _held = stops is null ? first : first + view[first..].LastIndexOfAny(stops) + 1;
    }

    /// <summary>Where that begins in a view that has grown by ASCII.</summary>
    /// <param name="view">The view.</param>
    /// <param name="from">How long it was when this was asked last.</param>
    public int HeldIn(ReadOnlySpan<char> view, int from)
    {
        if (view.Length - from > 64)
            return HeldIn(view);
        if (stops is null)
            return Math.Max(0, view.Length - before);
        // A bit for each unit, the last lowest: where a stop stands is hard to guess for a branch.
        var places = 0UL;
        foreach (var unit in view[from..])
            places = places << 1 | _isStop[unit];
        return _held = Math.Max(view.Length - before, places == 0 ? _held : view.Length - BitOperations.TrailingZeroCount(places));
    }

    /// <summary>The leads of stretches: the longest of those without stops, and each other once.</summary>
    public static StretchLead[] Of(StretchSearch[] stretches) =>
    [
        .. from stretch in stretches
           where stretch.Window.Before > 0
           group stretch.Window.Before by stretch.Window.Stops into alike
           select new StretchLead(alike.Max(), alike.Key),
    ];
}
