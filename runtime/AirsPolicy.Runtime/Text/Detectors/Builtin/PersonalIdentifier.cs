using AirsPolicy.Runtime.Text.Detectors.Search;

namespace AirsPolicy.Runtime.Text.Detectors.Builtin;

/// <summary>Everything that some detector of the family finds.</summary>
[BuiltinDetector("pii.any", Summary = "Finds whatever one of the pii detectors finds.")]
internal sealed class PersonalIdentifier : IBuiltinDetector
{
    private readonly IBuiltinDetector[] _family = [.. BuiltinDetectors.SingleWith("pii.")];

    public void Find(ReadOnlySpan<char> folded, SpanBuffer matches)
    {
        foreach (var detector in _family)
            detector.Find(folded, matches);
    }
}
