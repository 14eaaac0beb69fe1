using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Hosting;

/// <summary>How well a judge does.</summary>
/// <param name="Figures">The figures.</param>
/// <param name="NotKept">The bars of the policy that they do not keep, by name; empty where the judge does well enough.</param>
/// <param name="JudgeDigest">The SHA-256 of everything that the judge is asked and of who answers, in lower-case hexadecimal.</param>
/// <param name="CasesDigest">That of the cases.</param>
public sealed record JudgeCalibration(CalibrationFigures Figures, ValueList<string> NotKept, string JudgeDigest, string CasesDigest);
