using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Runtime.Bundles;

/// <summary>A request and the decision that a bundle has to give on it.</summary>
/// <param name="Point">The decision point.</param>
/// <param name="Facts">The facts as JSON text; tool and time are among them. Kept as text, since it may be one that cannot be read.</param>
/// <param name="Decision">The decision, without the digest of a bundle.</param>
/// <param name="Run">
/// Vectors of one run stand behind one another and are decided in their order, each with those before it as the past; a run begins with
/// none.
/// </param>
public sealed record DecisionVector(string Point, string Facts, Decision Decision, int Run = 0);
