using AirsPolicy.Text.Detectors;

namespace AirsPolicy.Text.Windows;

/// <summary>A detector as it is asked of a text that still arrives.</summary>
/// <param name="Items">What is looked for.</param>
/// <param name="Exceptions">What takes a match back.</param>
/// <param name="Score">How weights are joined.</param>
/// <param name="FoundAt">From which score on it has found something, in millionths; null for any match.</param>
internal sealed record WindowDetector(WindowDetectorItem[] Items, WindowDetectorItem[] Exceptions, ScoreMethod Score, int? FoundAt);

/// <summary>One thing that a detector looks for.</summary>
/// <param name="Sources">The numbers under which its matches are told, one a view.</param>
/// <param name="Reference">The place of the detector that it is, or -1.</param>
/// <param name="Weight">What a match counts, in millionths.</param>
internal sealed record WindowDetectorItem(int[] Sources, int Reference, int Weight);

/// <summary>Who takes matches.</summary>
/// <param name="Detector">The place of the detector.</param>
/// <param name="Item">The number of the item, or of the exception.</param>
/// <param name="Excepts">It is an exception.</param>
internal readonly record struct WindowUser(int Detector, int Item, bool Excepts);
