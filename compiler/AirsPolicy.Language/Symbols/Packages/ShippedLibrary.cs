using System.Collections.Immutable;
using System.Reflection;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Language.Symbols.Packages;

/// <summary>The library that ships with the compiler: the files of <c>policies/airs</c>, carried inside this assembly.</summary>
internal sealed class ShippedLibrary : IPackageLocator
{
    /// <summary>What the resources' names begin with; the rest is the path below <c>policies/airs</c>.</summary>
    private const string Prefix = "airs/";

    private readonly Lazy<Dictionary<string, Lazy<PackageSyntax>>> _packages = new(Packages);

    private ShippedLibrary()
    {
    }

    public static ShippedLibrary Instance { get; } = new();

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Names => _packages.Value.Keys;

    /// <inheritdoc/>
    public PackageSyntax? Find(string name) => _packages.Value.GetValueOrDefault(name)?.Value;

    // The files of a folder are one package, which has the folder's name; a test sees to that. So those that nobody uses are not read.
    private static Dictionary<string, Lazy<PackageSyntax>> Packages()
    {
        var assembly = typeof(ShippedLibrary).Assembly;
        var files = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var resource in assembly.GetManifestResourceNames().Where(IsPolicy))
        {
            var folder = FolderOf(PathOf(resource));
            if (!files.TryGetValue(folder, out var inFolder))
                files.Add(folder, inFolder = []);
            inFolder.Add(resource);
        }
        return files.ToDictionary(
            folder => NameOf(folder.Key),
            folder => new Lazy<PackageSyntax>(() => Read(assembly, folder.Key, folder.Value)),
            StringComparer.Ordinal);
    }

    private static PackageSyntax Read(Assembly assembly, string folder, List<string> resources)
    {
        var trees = resources
            .Select(resource => Parse(assembly, resource, PathOf(resource)))
            .OrderBy(tree => tree.Source.Path, StringComparer.Ordinal);
        return new PackageSyntax(NameOf(folder), [.. trees], new ResourceFiles(assembly, Prefix + folder)) { IsShipped = true };
    }

    private static bool IsPolicy(string resource) =>
        resource.StartsWith(Prefix, StringComparison.Ordinal) && resource.EndsWith(".airs", StringComparison.Ordinal);

    private static string PathOf(string resource) => resource[Prefix.Length..].Replace('\\', '/');

    private static string FolderOf(string path) => path[..(path.LastIndexOf('/') + 1)];

    // 'pace/judge/' has 'airs.pace.judge'.
    private static string NameOf(string folder) => (Prefix + folder).TrimEnd('/').Replace('/', '.');

    private static SyntaxTree Parse(Assembly assembly, string resource, string path) =>
        SyntaxTree.Parse(new SourceText(Prefix + path, path[(path.LastIndexOf('/') + 1)..], ResourceFiles.Read(assembly, resource)!));
}
