using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Hosting;

/// <summary>How well a judge does.</summary>
/// <param name="Figures">The figures.</param>
/// <param name="NotKept">The bars of the policy that they do not keep, by name; empty where the judge does well enough.</param>
public sealed record JudgeCalibration(CalibrationFigures Figures, ValueList<string> NotKept);
