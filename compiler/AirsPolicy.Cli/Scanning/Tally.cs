namespace AirsPolicy.Cli.Scanning;

/// <summary>How many texts of one label were flagged.</summary>
/// <param name="file">Their file.</param>
/// <param name="group">The value they are grouped by, or null.</param>
/// <param name="label">Their label, or null.</param>
internal sealed class Tally(string file, string? group, string? label)
{
    public string File { get; } = file;

    public string? Group { get; } = group;

    public string? Label { get; } = label;

    public int Texts { get; private set; }

    public int Flagged { get; private set; }

    /// <summary>The share that was flagged, 0 to 1.</summary>
    public double Share => (double)Flagged / Texts;

    public void Add(bool isFlagged)
    {
        Texts++;
        if (isFlagged) Flagged++;
    }
}
