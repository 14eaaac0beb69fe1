namespace AirsPolicy.DetectorTraining;

/// <summary>What decides on one side: chosen by rules, on texts of hands that were left out.</summary>
/// <param name="SecondFrom">The margin of the linear model from which on the network is asked.</param>
/// <param name="SecondFactor">What the margin of the network is multiplied with before it is added.</param>
/// <param name="Half">The sum from which on a text is flagged.</param>
internal sealed record Margins(double SecondFrom, double SecondFactor, double Half)
{
    // Of how many honest texts of hands the network is asked. Asking it of all found no more; asked of fewer, it found less in disguise.
    private const double Asked = 0.15;

    // What the network counts for each part that the linear model counts, where both differ as much between honest texts.
    private const double PerPart = 1.0 / 4;

    // Where the network is not asked, so much less than anything that it could say.
    private const double NotAsked = 1000;

    /// <summary>Those where there is no network and no text was left out.</summary>
    public static Margins Zero { get; } = new(0, 0, 0);

    /// <summary>Those of a side.</summary>
    public static Margins Of(IReadOnlyCollection<Looked> looked)
    {
        var honest = looked.Where(row => !row.Text.IsAttack).ToList();
        var firsts = honest.Select(row => row.Strongest.First).OrderDescending().ToList();
        var margins = new Margins(
            firsts[(int)(firsts.Count * Asked)],
            PerPart * Spread(firsts) / Spread([.. honest.Select(row => row.Strongest.Second)]),
            0);
        return margins with { Half = Threshold.Of(looked.Select(margins.Judge)) };
    }

    /// <summary>How much a text looks like an attack in all.</summary>
    public Judged Judge(Looked row) =>
        new(
            row.Text,
            row.Looks.Where(look => look.First >= SecondFrom)
                .Select(look => look.First + SecondFactor * look.Second)
                .DefaultIfEmpty(row.Strongest.First - NotAsked)
                .Max());

    private static double Spread(List<double> values)
    {
        var middle = values.Average();
        return Math.Sqrt(values.Average(value => (value - middle) * (value - middle)));
    }
}
