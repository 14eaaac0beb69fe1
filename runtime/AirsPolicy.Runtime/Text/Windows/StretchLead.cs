using System.Buffers;

namespace AirsPolicy.Runtime.Text.Windows;

/// <summary>What of the end of a view can be the beginning of a match whose stretch has not come yet.</summary>
/// <param name="Before">How many units a match has before its stretch at most.</param>
/// <param name="Stops">Units that it does not have there; null for none.</param>
internal sealed record StretchLead(int Before, SearchValues<char>? Stops)
{
    /// <summary>Where that begins.</summary>
    public int HeldIn(ReadOnlySpan<char> view)
    {
        var first = Math.Max(0, view.Length - Before);
        return Stops is null ? first : first + view[first..].LastIndexOfAny(Stops) + 1;
    }

    /// <summary>The leads of stretches: the longest of those without stops, and each other once.</summary>
    public static StretchLead[] Of(StretchSearch[] stretches)
    {
        var leads = stretches.Where(stretch => stretch.Window.Before > 0).Select(stretch => new StretchLead(stretch.Window.Before, stretch.Window.Stops)).ToList();
        return [.. leads.GroupBy(lead => lead.Stops).Select(group => group.MaxBy(lead => lead.Before)!)];
    }
}
