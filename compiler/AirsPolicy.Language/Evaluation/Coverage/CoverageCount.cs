namespace AirsPolicy.Language.Evaluation.Coverage;

/// <summary>How many of some things tests have covered.</summary>
/// <param name="Covered">Those that they have.</param>
/// <param name="All">All of them.</param>
public readonly record struct CoverageCount(int Covered, int All)
{
    /// <summary>The share that is covered, 0 to 1; the whole where there is nothing to cover.</summary>
    public double Share => All == 0 ? 1 : (double)Covered / All;

    public static CoverageCount operator +(CoverageCount left, CoverageCount right) => Add(left, right);

    /// <summary>Both together.</summary>
    public static CoverageCount Add(CoverageCount left, CoverageCount right) => new(left.Covered + right.Covered, left.All + right.All);
}
