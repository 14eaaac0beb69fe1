using System.Collections.Immutable;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Symbols.Packages;

namespace AirsPolicy.LanguageServer.Workspace;

/// <summary>
/// The packages on disk in the editor's folders and, for a file outside of them, in its own; read once until they are said to have changed.
/// </summary>
/// <param name="roots">The editor's folders, as full paths.</param>
internal sealed class DiskPackages(ImmutableArray<string> roots)
{
    private readonly Dictionary<string, PackageFolder> _read = new(DocumentUri.PathComparer);

    /// <summary>The packages of the editor's folders and of the files in <paramref name="open"/>.</summary>
    public IEnumerable<PackageSyntax> For(IEnumerable<string> open) => Folders(open).SelectMany(folder => folder.Packages).ToList();

    /// <summary>What keeps files there from belonging to a package.</summary>
    public IEnumerable<Diagnostic> FindingsFor(IEnumerable<string> open) => Folders(open).SelectMany(folder => folder.Diagnostics).ToList();

    public void Forget() => _read.Clear();

    private IEnumerable<PackageFolder> Folders(IEnumerable<string> open) =>
        roots.Concat(open.Where(path => Path.IsPathRooted(path) && !roots.Any(root => Holds(root, path)))).Select(Read);

    private PackageFolder Read(string path)
    {
        if (!_read.TryGetValue(path, out var folder))
            _read[path] = folder = PackageFolder.Read(path);
        return folder;
    }

    private static bool Holds(string root, string path) =>
        DocumentUri.PathComparer.Equals(root, path)
        || (path.Length > root.Length
            && (Path.EndsInDirectorySeparator(root) || path[root.Length] == Path.DirectorySeparatorChar)
            && DocumentUri.PathComparer.Equals(root, path[..root.Length]));
}
