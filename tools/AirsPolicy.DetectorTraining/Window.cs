using AirsPolicy.Text.Detectors.Learned;

namespace AirsPolicy.DetectorTraining;

/// <summary>A stretch of a text.</summary>
/// <param name="Buckets">The features in it, one as often as it stands there.</param>
/// <param name="Square">The squared length of the vector that they are.</param>
/// <param name="Root">What its sum is divided by.</param>
internal sealed record Window(int[] Buckets, double Square, double Root)
{
    public static Window Of(List<int> buckets) => new(
        [.. buckets],
        buckets.CountBy(bucket => bucket).Sum(bucket => (double)bucket.Value * bucket.Value),
        Math.Sqrt(buckets.Count + WindowSums.FewFeatures));
}
