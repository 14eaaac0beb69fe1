using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Text.Detectors;

namespace AirsPolicy.Language.Evaluation.Search;

/// <summary>What a detector says of one text.</summary>
/// <param name="Found">Whether it has found something.</param>
/// <param name="Score">Its score, in millionths.</param>
/// <param name="Matches">The matches in the original, each once, by start and then by end.</param>
/// <param name="Failure">Why it could not answer, or null; the rest then means nothing.</param>
internal sealed record DetectorAnswer(bool Found, long Score, ValueList<Detection> Matches, Failure? Failure = null)
{
    public static DetectorAnswer Failed(Failure failure) => new(false, 0, [], failure);
}
