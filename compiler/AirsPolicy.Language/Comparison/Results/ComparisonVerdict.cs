namespace AirsPolicy.Language.Comparison.Results;

/// <summary>
/// What the differences between two versions come to. A search finds differences; that there are no others it does not prove.
/// </summary>
internal enum ComparisonVerdict
{
    /// <summary>Both versions mean the same; of recorded requests: both decide all of them in the same way.</summary>
    NoDifference = 0,

    /// <summary>What was found differs in its words only.</summary>
    AsStrict = 1,

    /// <summary>Wherever a difference was found, the later version is at least as strict, and somewhere stricter.</summary>
    OnlyTightens = 2,

    /// <summary>Wherever a difference was found, the earlier version is at least as strict, and somewhere stricter.</summary>
    OnlyLoosens = 3,

    /// <summary>The later version is stricter somewhere and laxer somewhere.</summary>
    Both = 4,

    /// <summary>Something means something else, and no request was found on which the versions differ.</summary>
    NotDecided = 5,
}
