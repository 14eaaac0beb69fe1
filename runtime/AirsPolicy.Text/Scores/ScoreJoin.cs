namespace AirsPolicy.Text.Scores;

/// <summary>
/// Joins the weights of a detector's matched items into its score, in millionths. The order in which items matched never matters.
/// </summary>
public static class ScoreJoin
{
    /// <summary>The greatest weight; 0 without weights.</summary>
    public static long Max(ReadOnlySpan<long> weights)
    {
        long score = 0;
        foreach (var weight in weights)
            score = Math.Max(score, weight);
        return score;
    }

    /// <summary>The sum of the weights, at most the whole.</summary>
    public static long Sum(ReadOnlySpan<long> weights)
    {
        long score = 0;
        foreach (var weight in weights)
            score = Math.Min(Millionths.Whole, score + weight);
        return score;
    }

    /// <summary>
    /// How likely it is that at least one of independent signs is right: the whole less the product of what each leaves open. The product
    /// runs over the weights in rising order and is rounded half-even to millionths at each step.
    /// </summary>
    /// <param name="weights">The weights, each 0 to the whole; sorted in place.</param>
    public static long NoisyOr(Span<long> weights)
    {
        weights.Sort();
        var open = Millionths.Whole;
        foreach (var weight in weights)
            open = Millionths.Multiply(open, Millionths.Whole - weight);
        return Millionths.Whole - open;
    }
}
