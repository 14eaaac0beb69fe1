using AirsPolicy.Text.Scores;

namespace AirsPolicy.Runtime.Decisions;

/// <summary>How well a judge has to do, in millionths; null where nothing is asked.</summary>
/// <param name="Agreement">The least share of cases on which it does what is right.</param>
/// <param name="Missed">The greatest share of the cases in which something is the matter that it lets pass.</param>
/// <param name="FalseAlarms">The greatest share of the cases in which nothing is the matter on which it says that something is.</param>
public sealed record CalibrationBars(long? Agreement, long? Missed, long? FalseAlarms)
{
    /// <summary>The bars that are not kept, by the word with which a policy sets them.</summary>
    public IEnumerable<string> NotKept(CalibrationFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        if (Agreement is { } agreement && !(figures.Agreement.Value >= agreement / (double)Millionths.Whole))
            yield return "agreement";
        if (Missed is { } missed && !(figures.Missed.Value <= missed / (double)Millionths.Whole))
            yield return "missed";
        if (FalseAlarms is { } alarms && !(figures.FalseAlarms.Value <= alarms / (double)Millionths.Whole))
            yield return "false_alarms";
    }
}
