namespace AirsPolicy.Text.Detectors.Learned;

/// <summary>How margins turn into shares: straight from nothing to half, and from half to the whole.</summary>
/// <param name="Zero">Up to here the share is nothing.</param>
/// <param name="Half">From here on a text rather is what is looked for than not; more than <paramref name="Zero"/>.</param>
/// <param name="Whole">From here on the share is the whole; more than <paramref name="Half"/>.</param>
internal sealed record MarginScale(long Zero, long Half, long Whole)
{
    private const int HalfShare = 500_000;

    /// <summary>The share, in millionths.</summary>
    public int ShareOf(long margin)
    {
        var (from, to, below) = margin < Half ? (Zero, Half, 0) : (Half, Whole, HalfShare);
        return below + (int)(Math.Clamp(margin - from, 0, to - from) * HalfShare / (to - from));
    }
}
