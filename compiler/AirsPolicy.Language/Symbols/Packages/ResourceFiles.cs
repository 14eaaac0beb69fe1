using System.Collections.Concurrent;
using System.Reflection;
using System.Text;

namespace AirsPolicy.Language.Symbols.Packages;

/// <summary>The files of a package that is carried inside an assembly, each read once.</summary>
/// <param name="assembly">The assembly.</param>
/// <param name="prefix">What the names of the package's resources begin with.</param>
internal sealed class ResourceFiles(Assembly assembly, string prefix) : IPackageFiles
{
    private readonly ConcurrentDictionary<string, string> _read = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public bool TryRead(string path, out string? content, out string? problem)
    {
        problem = null;
        if (_read.TryGetValue(path, out content))
            return true;
        problem = FolderFiles.PathProblem(path);
        if (problem is not null)
            return false;
        content = Read(assembly, prefix + path);
        if (content is not null)
            _read[path] = content;
        problem = content is null ? "there is no such file" : null;
        return content is not null;
    }

    /// <summary>The texts of this assembly's resources whose names begin so.</summary>
    public static IEnumerable<string> All(string prefix)
    {
        var own = typeof(ResourceFiles).Assembly;
        return own
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(name => Read(own, name)!);
    }

    /// <summary>The text of a resource, or null where there is none.</summary>
    public static string? Read(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource);
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
