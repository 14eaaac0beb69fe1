using AirsPolicy.Collections;
using AirsPolicy.Text.Detectors;

namespace AirsPolicy.Cli.Scanning;

/// <summary>A detector that has found something.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Score">Its score, in millionths.</param>
/// <param name="Matches">Its matches, in UTF-16 units of the text.</param>
internal sealed record FoundDetector(string Name, int Score, ValueList<Detection> Matches);
