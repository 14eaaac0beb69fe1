using AirsPolicy.Text.Detectors.Learned;

namespace AirsPolicy.DetectorTraining;

/// <summary>Finds what many sources have in common.</summary>
internal static class Sources
{
    /// <summary>Which features are in texts of at least so many sources.</summary>
    public static bool[] Of(IEnumerable<Example> examples, int fewest)
    {
        var counts = new int[WeightsFile.Features];
        var last = new int[WeightsFile.Features];
        var number = 0;
        foreach (var source in examples.GroupBy(example => example.Text.Source))
        {
            number++;
            foreach (var feature in source.SelectMany(example => example.Windows).SelectMany(window => window.Features))
            {
                if (last[feature] == number) continue;
                last[feature] = number;
                counts[feature]++;
            }
        }
        return [.. counts.Select(count => count >= fewest)];
    }
}
