namespace AirsPolicy.Language.Comparison.Results;

/// <summary>Which of two decisions is the stricter.</summary>
internal enum DifferenceDirection
{
    /// <summary>Neither: they say or order something differently, and demand the same.</summary>
    AsStrict = 0,

    /// <summary>The later one demands everything that the earlier does, and more.</summary>
    Tighter = 1,

    /// <summary>The earlier one demands everything that the later does, and more.</summary>
    Looser = 2,

    /// <summary>Each demands something that the other does not.</summary>
    Mixed = 3,
}
