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
    public int FeatureOf(int at, int back) => back == 0 ? TokenAt(at).Feature : TokenAt(at).FeatureWith(TokenAt(at, back));

    /// <summary>What the features of a concept weigh together, alone and with each of those before it.</summary>
    /// <param name="weights">The weight of each feature of concepts.</param>
    /// <param name="at">The concept.</param>
    public int SumOf(ReadOnlySpan<sbyte> weights, int at)
    {
        ref readonly var token = ref _tokens[before + at];
        int sum = weights[token.Feature], back = BackFrom(at);
        foreach (ref readonly var other in _tokens.Slice(before + at - back, back)) sum += weights[token.FeatureWith(other)];
        return sum;
    }

    /// <summary>How many features so many concepts have.</summary>
    public static int FeaturesOf(int concepts) => ConceptToken.FeatureOf(concepts);
}
