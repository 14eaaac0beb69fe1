namespace AirsPolicy.Language.Symbols.Packages;

/// <summary>
/// Reads the files that a package names in quotes: schemas, terms, cases. Bounded, and never outside the package's folder.
/// </summary>
public interface IPackageFiles
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">Relative to the package's folder, with <c>/</c>.</param>
    /// <param name="content">The text, or null with a <paramref name="problem"/>.</param>
    /// <param name="problem">One clause for a message: "there is no such file", "it lies outside the package".</param>
    bool TryRead(string path, out string? content, out string? problem);
}
