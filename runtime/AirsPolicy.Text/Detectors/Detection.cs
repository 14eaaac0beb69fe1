namespace AirsPolicy.Text.Detectors;

/// <summary>One match of a detector.</summary>
/// <param name="Start">Where it begins in the original text, in UTF-16 units.</param>
/// <param name="End">Where it ends, exclusive.</param>
public readonly record struct Detection(int Start, int End);
