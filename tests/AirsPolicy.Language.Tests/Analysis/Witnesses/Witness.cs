using AirsPolicy.Language.Diagnostics;

namespace AirsPolicy.Language.Tests.Analysis.Witnesses;

/// <summary>What shows that a diagnostic is right.</summary>
/// <param name="Kind">What it is: a request, a trace, a text, a state.</param>
/// <param name="Run">Runs it, and fails where the fault does not show.</param>
internal sealed record Witness(string Kind, Action<WitnessCase, Diagnostic> Run);
