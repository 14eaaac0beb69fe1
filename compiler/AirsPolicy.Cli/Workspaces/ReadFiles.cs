using System.Collections.Concurrent;
using AirsPolicy.Language.Symbols.Packages;

namespace AirsPolicy.Cli.Workspaces;

/// <summary>The files that packages were read from or have asked for. A file that is missing is among them.</summary>
internal sealed class ReadFiles
{
    private readonly ConcurrentDictionary<string, bool> _paths = new(StringComparer.Ordinal);

    /// <summary>The same package; what it asks for is noted.</summary>
    public PackageSyntax Note(PackageSyntax package)
    {
        foreach (var tree in package.Trees)
            Add(tree.Source.Path);
        var folder = Path.GetDirectoryName(Path.GetFullPath(package.Trees[0].Source.Path))!;
        return package with { Files = new Noting(package.Files, folder, this) };
    }

    /// <summary>Whether a change here can make a difference: a policy file may be new, and a folder may hold what was read.</summary>
    /// <param name="path">A full path.</param>
    public bool Concern(string path) => path.EndsWith(".airs", StringComparison.Ordinal) || _paths.ContainsKey(path)
        || _paths.Keys.Any(read => read.StartsWith(path + Path.DirectorySeparatorChar, StringComparison.Ordinal));

    private void Add(string path) => _paths.TryAdd(Path.GetFullPath(path), true);

    private sealed class Noting(IPackageFiles files, string folder, ReadFiles notes) : IPackageFiles
    {
        public bool TryRead(string path, out string? content, out string? problem)
        {
            notes.Add(Path.Join(folder, path));
            return files.TryRead(path, out content, out problem);
        }
    }
}
