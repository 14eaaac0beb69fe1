namespace AirsPolicy.Language.Symbols.Packages;

/// <summary>How much a search for packages reads before it gives up.</summary>
/// <param name="FileBytes">The most bytes of one file.</param>
/// <param name="TotalBytes">The most bytes of all policy files of a folder and the folders below it.</param>
/// <param name="Files">The most policy files.</param>
/// <param name="Folders">The most folders.</param>
/// <param name="Depth">How many folders may lie in each other.</param>
public sealed record PackageLimits(int FileBytes, long TotalBytes, int Files, int Folders, int Depth)
{
    /// <summary>8 MiB a file, 64 MiB in all, 10,000 files in 10,000 folders, 32 deep.</summary>
    public static PackageLimits Default { get; } = new(8 << 20, 64L << 20, 10_000, 10_000, 32);
}
