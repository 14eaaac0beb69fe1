namespace AirsPolicy.Cli.Scanning;

/// <summary>What the flags of a file are worth; null where the file has no texts to tell it by.</summary>
/// <param name="File">The file.</param>
/// <param name="Recall">The share of what should be flagged that is.</param>
/// <param name="Precision">The share of what is flagged that should be.</param>
/// <param name="FalseAlarms">The share of what should not be flagged that is.</param>
internal sealed record FileMeasures(string File, double? Recall, double? Precision, double? FalseAlarms)
{
    public static FileMeasures Of(string file, IReadOnlyCollection<Tally> tallies)
    {
        var (attacks, caught) = Sum(tallies, positive: true);
        var (ordinary, alarms) = Sum(tallies, positive: false);
        return new FileMeasures(
            file,
            attacks == 0 ? null : (double)caught / attacks,
            attacks == 0 || ordinary == 0 || caught + alarms == 0 ? null : (double)caught / (caught + alarms),
            ordinary == 0 ? null : (double)alarms / ordinary);
    }

    private static (int Texts, int Flagged) Sum(IEnumerable<Tally> tallies, bool positive)
    {
        var of = tallies.Where(tally => Measurement.IsPositive(tally.Label) == positive).ToList();
        return (of.Sum(tally => tally.Texts), of.Sum(tally => tally.Flagged));
    }
}
