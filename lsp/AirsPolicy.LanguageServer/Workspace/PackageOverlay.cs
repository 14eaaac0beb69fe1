using System.Collections.Immutable;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Language.Syntax;

namespace AirsPolicy.LanguageServer.Workspace;

/// <summary>The packages as the editor sees them: what lies on disk, with open documents in the place of their files.</summary>
/// <remarks>
/// A package in which nothing has changed stays the same instance from one overlay to the next; analyses are kept by that.
/// </remarks>
internal sealed class PackageOverlay : IPackageLocator
{
    private readonly Dictionary<PackageKey, PackageSyntax> _packages = [];
    private readonly Dictionary<string, PackageSyntax> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PackageSyntax> _byPath = new(DocumentUri.PathComparer);
    private readonly IPackageLocator _fallback;

    /// <param name="disk">What lies on disk, the nearest first.</param>
    /// <param name="open">The open documents by path.</param>
    /// <param name="fallback">Has the packages that are in no folder.</param>
    /// <param name="before">The overlay that this one follows, or null.</param>
    public PackageOverlay(
        IEnumerable<PackageSyntax> disk,
        IReadOnlyDictionary<string, OpenDocument> open,
        IPackageLocator fallback,
        PackageOverlay? before)
    {
        _fallback = fallback;
        var opened = open
            .Values.GroupBy(document => PackageKey.Of(document.Tree))
            .ToDictionary(group => group.Key, group => group.Select(d => d.Tree).ToList());
        foreach (var package in disk)
        {
            var key = PackageKey.Of(package.Trees[0]);
            opened.Remove(key, out var overlaid);
            if (overlaid is null && !package.Trees.Any(tree => open.ContainsKey(tree.Source.Path)))
                Add(key, package);
            else
                Add(key, package.Trees.Where(tree => !open.ContainsKey(tree.Source.Path)).Concat(overlaid ?? []), package.Files, before);
        }

        foreach (var (key, trees) in opened)
            Add(key, trees, null, before);
    }

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Names => [.. _byName.Keys.Union(_fallback.Names, StringComparer.Ordinal)];

    /// <inheritdoc/>
    public PackageSyntax? Find(string name) => _byName.GetValueOrDefault(name) ?? _fallback.Find(name);

    /// <summary>The packages of the editor's folders and open documents.</summary>
    public IReadOnlyCollection<PackageSyntax> All => _packages.Values;

    /// <summary>The package of that name among those, or null.</summary>
    public PackageSyntax? FindOwn(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The package that a file belongs to, or null for an unknown file.</summary>
    public PackageSyntax? At(string path) => _byPath.GetValueOrDefault(path);

    // `files` is null for a package that has no file on disk yet.
    private void Add(PackageKey key, IEnumerable<SyntaxTree> trees, IPackageFiles? files, PackageOverlay? before)
    {
        ImmutableArray<SyntaxTree> ordered = [.. trees.OrderBy(tree => tree.Source.Name, StringComparer.Ordinal)];
        if (ordered.IsEmpty)
            return;
        var same = before?._packages.GetValueOrDefault(key);
        files ??= same?.Files ?? FilesOf(key);
        Add(key, same is not null && ReferenceEquals(same.Files, files) && same.Trees.SequenceEqual(ordered)
            ? same
            : new PackageSyntax(key.Name, ordered, files));
    }

    private void Add(PackageKey key, PackageSyntax package)
    {
        if (!_packages.TryAdd(key, package))
            return;
        if (key.Name.Length > 0)
            _byName.TryAdd(key.Name, package);
        foreach (var tree in package.Trees)
            _byPath.TryAdd(tree.Source.Path, package);
    }

    private static IPackageFiles FilesOf(PackageKey key) => Path.IsPathRooted(key.Folder) ? new FolderFiles(key.Folder) : NoFiles.Instance;
}
