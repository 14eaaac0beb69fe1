namespace AirsPolicy.Cli.Scanning;

/// <summary>How many texts of each label were flagged, by file and maybe by another member.</summary>
internal sealed class Measurement
{
    // What a label says of a text that should not be flagged; every other label says that it should.
    private static readonly string[] s_ordinary = ["benign", "clean"];

    private readonly Dictionary<(string File, string? Group, string? Label), Tally> _tallies = [];
    private readonly List<Tally> _ordered = [];

    /// <summary>The tallies, in the order in which their first texts were met.</summary>
    public IReadOnlyList<Tally> Tallies => _ordered;

    /// <summary>Whether texts of that label should be flagged; null where there is no label.</summary>
    public static bool? IsPositive(string? label) => label is null ? null : !s_ordinary.Contains(label, StringComparer.Ordinal);

    public void Add(ScannedText text, bool isFlagged)
    {
        var key = (text.File, text.Group, text.Label);
        if (!_tallies.TryGetValue(key, out var tally))
        {
            _tallies.Add(key, tally = new Tally(text.File, text.Group, text.Label));
            _ordered.Add(tally);
        }
        tally.Add(isFlagged);
    }

    /// <summary>The files with what follows from all their labels together.</summary>
    public IEnumerable<FileMeasures> Files() =>
        _ordered.GroupBy(tally => tally.File, StringComparer.Ordinal).Select(file => FileMeasures.Of(file.Key, [.. file]));
}
