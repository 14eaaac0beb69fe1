using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Reasoning.Proofs;

/// <summary>What came of a property.</summary>
internal enum ProofVerdict
{
    /// <summary>It holds of every request.</summary>
    Proved = 0,

    /// <summary>A request contradicts it.</summary>
    Refuted = 1,

    /// <summary>Neither could be shown.</summary>
    NotDecided = 2,
}

/// <summary>What came of a property.</summary>
/// <param name="Proof">The property.</param>
/// <param name="Verdict">What came of it.</param>
/// <param name="Reason">Where it is not decided: why.</param>
/// <param name="Example">Where it is refuted: the request that does.</param>
internal sealed record ProofResult(ProofModel Proof, ProofVerdict Verdict, string? Reason = null, CounterExample? Example = null);

/// <summary>A request that contradicts a property, as the interpreter confirms.</summary>
/// <param name="Point">The decision point.</param>
/// <param name="Tool">The tool by its name in the language, or null.</param>
/// <param name="Test">The request as a test that fails, on one line.</param>
/// <param name="Facts">The facts as JSON text of one object.</param>
/// <param name="Outcome">What the policy decides.</param>
internal sealed record CounterExample(string Point, string? Tool, string Test, string Facts, Outcome Outcome);
