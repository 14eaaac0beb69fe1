using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.State.Pace;

namespace AirsPolicy.Language.Evaluation.Testing;

/// <summary>How charts and breakers stand after a step of a test.</summary>
/// <param name="Charts">The state of each chart.</param>
/// <param name="Breakers">Whether each breaker is open for the last decision; null where that cannot be told.</param>
internal sealed record WatchedStates(IReadOnlyList<PaceLevel> Charts, IReadOnlyList<bool?> Breakers)
{
    /// <summary>Puts them where conditions of expectations look.</summary>
    public void Put(FactFrame frame, PointLayout layout, PolicyModel model)
    {
        foreach (var (number, chart) in model.Charts.Index())
            Set(frame, layout, ["pace", chart.Name], (long)Charts[number]);
        foreach (var (number, breaker) in model.Breakers.Index())
        {
            if (Breakers[number] is { } open)
                Set(frame, layout, ["breaker", breaker.Name, "open"], open ? 1 : 0);
        }
    }

    private static void Set(FactFrame frame, PointLayout layout, string[] path, long value)
    {
        for (var above = 1; above < path.Length; above++)
            frame.Set(SlotLayout.Find(layout.Facts, path.AsSpan(0, above))!.Value.Offset, 1);
        frame.Set(SlotLayout.Find(layout.Facts, path)!.Value.Offset, value);
    }
}
