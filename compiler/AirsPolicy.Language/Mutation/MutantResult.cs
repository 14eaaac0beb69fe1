namespace AirsPolicy.Language.Mutation;

/// <summary>What the tests of a package say of a mutant.</summary>
/// <param name="Mutant">The changed policy.</param>
/// <param name="Verdict">What came of it.</param>
/// <param name="NoticedBy">The test that noticed it, or null.</param>
/// <param name="Tests">How many tests reach what was changed.</param>
internal sealed record MutantResult(Mutant Mutant, MutantVerdict Verdict, string? NoticedBy, int Tests);

/// <summary>What came of a mutant.</summary>
internal enum MutantVerdict
{
    /// <summary>A test fails of it.</summary>
    Killed = 0,

    /// <summary>All tests come to what they came to before.</summary>
    Survived = 1,

    /// <summary>It decides everything as the policy does, which is proved; it is not counted.</summary>
    Equal = 2,
}
