namespace AirsPolicy.Language.Symbols.Packages;

/// <summary>
/// Finds the packages that <c>use</c> and <c>extends</c> name: in the given folder, in library folders, in the library that ships with the
/// compiler.
/// </summary>
public interface IPackageLocator
{
    /// <summary>The package of that name, or null.</summary>
    PackageSyntax? Find(string name);

    /// <summary>The names that can be found, for completion and for "did you mean".</summary>
    IReadOnlyCollection<string> Names { get; }
}
