namespace AirsPolicy.DetectorTraining;

/// <summary>The features that end in a block of a text, by their numbers among all weights.</summary>
/// <param name="Words">Those of words and runs of characters.</param>
/// <param name="Concepts">Those of concepts.</param>
internal sealed record BlockFeatures(int[] Words, int[] Concepts);
