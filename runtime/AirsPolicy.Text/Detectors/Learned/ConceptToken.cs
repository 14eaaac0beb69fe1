using System.Runtime.CompilerServices;

namespace AirsPolicy.Text.Detectors.Learned;

/// <summary>A concept that stands in a text.</summary>
/// <param name="Concept">Its number.</param>
/// <param name="Span">The word that stands for it, in units of the text.</param>
internal readonly record struct ConceptToken(int Concept, TextSpan Span)
{
    /// <summary>The number of the feature that it is alone: smaller for smaller concepts.</summary>
    public int Feature { get; } = FeatureOf(Concept);

    /// <summary>The same of any concept: each has its own, and then its pairs with those of smaller numbers and with itself.</summary>
    public static int FeatureOf(int concept) => concept + concept * (concept + 1) / 2;

    /// <summary>The number of the feature that it is with another, whichever comes first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int FeatureWith(in ConceptToken other) => Math.Max(Feature, other.Feature) + 1 + Math.Min(Concept, other.Concept);
}
