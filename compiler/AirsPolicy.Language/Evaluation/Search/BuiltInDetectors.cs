using AirsPolicy.Runtime.Text.Detectors;

namespace AirsPolicy.Language.Evaluation.Search;

/// <summary>The detectors of the runtime, which both engines call.</summary>
internal static class BuiltInDetectors
{
    public static DetectorAnswer Ask(string name, string text) => new(false, 0, []);
}
