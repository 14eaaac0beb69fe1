namespace AirsPolicy.Text.Detectors.Learned;

/// <summary>A window of a text, and how strong it is to a model.</summary>
/// <param name="Margin">How much it is what is looked for.</param>
/// <param name="Start">Where it begins, in UTF-16 units of the text.</param>
/// <param name="Blocks">How many blocks it has.</param>
internal readonly record struct StrongWindow(long Margin, int Start, int Blocks)
{
    /// <summary>Weaker than any.</summary>
    public static StrongWindow None => new(long.MinValue, 0, 0);

    /// <summary>Where it stands in a text of a length.</summary>
    public TextSpan SpanIn(int length) => new(Start, Math.Min(length, Start + Blocks * FeatureBlock.Length));

    /// <summary>The stronger of two; the first where both are as strong.</summary>
    public static StrongWindow StrongerOf(StrongWindow one, StrongWindow other) => other.Margin > one.Margin ? other : one;
}
