using AirsPolicy.Text.Detectors.Learned;

namespace AirsPolicy.DetectorTraining;

/// <summary>
/// How fast each feature is learned. One that many texts have moves with each of them: at one rate for all, it would say most before those
/// that few texts have, and that often tell more, have moved at all.
/// </summary>
internal static class Rates
{
    /// <summary>
    /// Of each feature what a step is multiplied with: the less, the more texts have it; 1 on average over all features of all texts; 0 of
    /// one that is not learned.
    /// </summary>
    public static float[] Of(IReadOnlyList<Example> examples, bool[] isLearned)
    {
        var texts = TextsOf(examples);
        var rates = new double[WeightsFile.Features];
        var (sum, all) = (0.0, 0L);
        for (var feature = 0; feature < rates.Length; feature++)
        {
            if (texts[feature] == 0) continue;
            rates[feature] = RateOf(texts[feature]);
            sum += rates[feature] * texts[feature];
            all += texts[feature];
        }
        return [.. rates.Select((rate, feature) => isLearned[feature] ? (float)(rate * all / sum) : 0)];
    }

    // One over the number to the power of 3/8, of roots alone, so that it is the same to the last bit on every machine.
    private static double RateOf(int texts)
    {
        var root = Math.Sqrt(texts);
        return 1 / Math.Sqrt(root * Math.Sqrt(root));
    }

    // How many texts have each feature.
    private static int[] TextsOf(IReadOnlyList<Example> examples)
    {
        var (counts, last) = (new int[WeightsFile.Features], new int[WeightsFile.Features]);
        for (var number = 0; number < examples.Count; number++)
        {
            foreach (var window in examples[number].Windows)
            {
                foreach (var feature in window.Features)
                {
                    if (last[feature] == number + 1) continue;
                    last[feature] = number + 1;
                    counts[feature]++;
                }
            }
        }
        return counts;
    }
}
