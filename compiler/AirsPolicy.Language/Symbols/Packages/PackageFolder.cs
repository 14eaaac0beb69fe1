using System.Collections.Immutable;
using AirsPolicy.Language.Diagnostics;

namespace AirsPolicy.Language.Symbols.Packages;

/// <summary>The packages on disk under one path.</summary>
/// <param name="Path">The path as it was given.</param>
/// <param name="Packages">The packages, ordered by folder and then by name.</param>
/// <param name="Diagnostics">What keeps files from belonging to a package; what is wrong inside a package stands in its trees.</param>
public sealed record PackageFolder(string Path, ImmutableArray<PackageSyntax> Packages, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>
    /// Reads a folder and all folders below it, or the package that a single file belongs to. The files of one folder with one name
    /// in their headers are a package; files of another folder with that name are another, which is reported.
    /// </summary>
    /// <param name="path">A folder or a file that exists; a path that does not gives a diagnostic.</param>
    /// <param name="limits">How much is read; the defaults where null.</param>
    public static PackageFolder Read(string path, PackageLimits? limits = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new PackageFolderReader(path, limits ?? PackageLimits.Default).Read();
    }

    /// <summary>Reads the one file of a package from a stream. Files that it names in quotes lie in the current folder.</summary>
    /// <param name="input">UTF-8 text.</param>
    /// <param name="shown">What diagnostics call it.</param>
    /// <param name="limits">How much is read; the defaults where null.</param>
    internal static PackageFolder Read(Stream input, string shown, PackageLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentException.ThrowIfNullOrEmpty(shown);
        return new PackageFolderReader(shown, limits ?? PackageLimits.Default).Read(input);
    }
}
