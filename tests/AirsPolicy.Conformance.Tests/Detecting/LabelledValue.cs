using AirsPolicy.Text.Detectors;
using AirsPolicy.Text.Detectors.Builtin;

namespace AirsPolicy.Conformance.Tests.Detecting;

/// <summary>What a person found in a text.</summary>
internal sealed record LabelledValue(string Kind, Detection Span)
{
    public bool IsFoundIn(string text) => BuiltinDetectors.Matches(Kind, text).Contains(Span);
}
