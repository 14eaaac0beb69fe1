namespace AirsPolicy.Runtime.Decisions;

/// <summary>
/// A share that was counted, and what it says of all that was not: the interval of Wilson's score in which the true share lies in 95 of 100
/// samples.
/// </summary>
/// <param name="Hits">How many there are.</param>
/// <param name="Of">Among how many.</param>
public readonly record struct ShareEstimate(int Hits, int Of)
{
    // The quantile of the normal distribution that leaves 2.5% on either side.
    private const double Quantile = 1.959963984540054;

    /// <summary>The share, from 0 to 1; not a number where there is nothing to count.</summary>
    public double Value => (double)Hits / Of;

    /// <summary>The lower end of the interval; 0 where there is nothing to count.</summary>
    public double Low => Of == 0 ? 0 : Math.Max(0, Centre - Reach);

    /// <summary>The upper end of the interval; 1 where there is nothing to count.</summary>
    public double High => Of == 0 ? 1 : Math.Min(1, Centre + Reach);

    private double Scale => 1 + (Quantile * Quantile / Of);

    private double Centre => (Value + (Quantile * Quantile / (2.0 * Of))) / Scale;

    private double Reach => Quantile * Math.Sqrt((Value * (1 - Value) / Of) + (Quantile * Quantile / (4.0 * Of * Of))) / Scale;
}
