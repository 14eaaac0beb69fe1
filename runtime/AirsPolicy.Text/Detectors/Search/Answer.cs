namespace AirsPolicy.Text.Detectors.Search;

/// <summary>What a detector says of a text.</summary>
/// <param name="Generation">Which text it is of.</param>
/// <param name="Found">Whether it has found something.</param>
/// <param name="Score">Its score, in millionths.</param>
/// <param name="First">Where its matches begin in the buffer of the scratch.</param>
/// <param name="Count">How many there are.</param>
internal readonly record struct Answer(long Generation, bool Found, int Score, int First, int Count);
