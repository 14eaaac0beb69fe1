namespace AirsPolicy.Language.Comparison.Results;

/// <summary>What the differences that were found come to. A search finds differences; that there are no others it does not prove.</summary>
public enum ComparisonVerdict
{
    /// <summary>No request was found on which the versions differ.</summary>
    NoDifferenceFound = 0,

    /// <summary>What was found differs in its words only.</summary>
    AsStrict = 1,

    /// <summary>Wherever a difference was found, the later version is at least as strict, and somewhere stricter.</summary>
    OnlyTightens = 2,

    /// <summary>Wherever a difference was found, the earlier version is at least as strict, and somewhere stricter.</summary>
    OnlyLoosens = 3,

    /// <summary>The later version is stricter somewhere and laxer somewhere.</summary>
    Both = 4,
}
