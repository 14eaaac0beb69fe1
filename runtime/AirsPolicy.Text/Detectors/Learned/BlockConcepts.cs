using System.Runtime.CompilerServices;

namespace AirsPolicy.Text.Detectors.Learned;

/// <summary>
/// The concepts of a block, and how their features are numbered: each concept alone, and with each of those shortly before it, in either
/// order, since languages order words differently.
/// </summary>
/// <param name="tokens">Those before the block as many as <paramref name="before"/> says, then those of the block.</param>
/// <param name="before">How many of those before are known.</param>
internal readonly ref struct BlockConcepts(ReadOnlySpan<ConceptToken> tokens, int before)
{
    /// <summary>How far back a concept looks for others.</summary>
    public const int Reach = 6;

    private readonly ReadOnlySpan<ConceptToken> _tokens = tokens;

    /// <summary>How many there are in the block.</summary>
    public int Count => _tokens.Length - before;

    /// <summary>How many features they have.</summary>
    public int Features
    {
        get
        {
            var features = 0;
            for (var at = 0; at < Count; at++) features += 1 + BackFrom(at);
            return features;
        }
    }

    /// <summary>With how many concepts before it one is a pair: fewer at the beginning of a text.</summary>
    public int BackFrom(int at) => Math.Min(Reach, before + at);

    /// <summary>A concept of the block; of those before it where <paramref name="back"/> is not 0.</summary>
    public ConceptToken TokenAt(int at, int back = 0) => _tokens[before + at - back];

    /// <summary>The number of the feature that a concept is with one before it; alone where <paramref name="back"/> is 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int FeatureOf(int at, int back)
    {
        var (one, other) = (_tokens[before + at].Concept, _tokens[before + at - back].Concept);
        return back == 0 ? FeatureOf(one) : PairOf(Math.Max(one, other), Math.Min(one, other));
    }

    /// <summary>How many features so many concepts have.</summary>
    public static int FeaturesOf(int concepts) => FeatureOf(concepts);

    // Of each concept first its own, then its pairs with those of smaller numbers and with itself.
    private static int FeatureOf(int concept) => concept + concept * (concept + 1) / 2;

    private static int PairOf(int larger, int smaller) => FeatureOf(larger) + 1 + smaller;
}
