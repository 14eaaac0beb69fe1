namespace AirsPolicy.Language.Mutation;

/// <summary>What was changed in a policy to see whether its tests notice.</summary>
internal enum MutantKind
{
    /// <summary>A condition says the contrary.</summary>
    Negated = 0,

    /// <summary><c>and</c> and <c>or</c> are exchanged.</summary>
    Joined = 1,

    /// <summary>A bound lies elsewhere: with its value on the other side, at another share, later, or higher.</summary>
    Shifted = 2,

    /// <summary>An effect does less, or nothing.</summary>
    Weakened = 3,

    /// <summary>A point, an item of a list or of a detector, an exception, a view or what stands behind <c>on error</c> is gone.</summary>
    Dropped = 4,
}
