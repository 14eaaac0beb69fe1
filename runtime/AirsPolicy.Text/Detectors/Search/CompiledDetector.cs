namespace AirsPolicy.Text.Detectors.Search;

/// <summary>A detector ready to be asked.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Items">What is looked for.</param>
/// <param name="Exceptions">What takes a match back.</param>
/// <param name="References">The detectors that have to be asked before this one, each once.</param>
/// <param name="ExceptionReferences">The detectors that have to be asked before what is found here can be taken back, each once.</param>
/// <param name="Score">How weights are joined.</param>
/// <param name="FoundAt">From which score on it has found something, in millionths; null for any match.</param>
internal sealed record CompiledDetector(
    string Name,
    ItemSet Items,
    ItemSet Exceptions,
    int[] References,
    int[] ExceptionReferences,
    ScoreMethod Score,
    int? FoundAt);
