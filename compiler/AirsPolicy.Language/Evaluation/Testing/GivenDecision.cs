using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Evaluation.Testing;

/// <summary>A request of a test and what was decided.</summary>
/// <param name="Point">The decision point.</param>
/// <param name="Facts">The facts as JSON text, with what the host adds.</param>
/// <param name="Decision">The decision.</param>
/// <param name="At">When, in ticks of 100 ns since 0001-01-01 UTC.</param>
/// <param name="Number">Under which number it is recorded.</param>
/// <param name="Share">What failures have to do with it.</param>
internal sealed record GivenDecision(string Point, string Facts, Decision Decision, long At, int Number, FailureShare Share);
