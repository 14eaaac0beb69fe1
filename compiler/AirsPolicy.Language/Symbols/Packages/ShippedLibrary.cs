using System.Collections.Immutable;
using System.Reflection;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Language.Symbols.Packages;

/// <summary>The library that ships with the compiler: the files of <c>policies/airs</c>, carried inside this assembly.</summary>
public sealed class ShippedLibrary : IPackageLocator
{
    /// <summary>What the resources' names begin with; the rest is the path below <c>policies/airs</c>.</summary>
    private const string Prefix = "airs/";

    private readonly Lazy<Dictionary<string, PackageSyntax>> _packages = new(Read);

    private ShippedLibrary()
    {
    }

    public static ShippedLibrary Instance { get; } = new();

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Names => _packages.Value.Keys;

    /// <inheritdoc/>
    public PackageSyntax? Find(string name) => _packages.Value.GetValueOrDefault(name);

    // As on disk: the files of one folder with one name are a package.
    private static Dictionary<string, PackageSyntax> Read()
    {
        var assembly = typeof(ShippedLibrary).Assembly;
        var packages = new Dictionary<string, PackageSyntax>(StringComparer.Ordinal);
        var resources = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => (Resource: name, Path: name[Prefix.Length..].Replace('\\', '/')))
            .Where(file => file.Path.EndsWith(".airs", StringComparison.Ordinal));
        foreach (var folder in resources.GroupBy(file => FolderOf(file.Path), StringComparer.Ordinal))
        {
            var trees = folder.OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => Parse(assembly, file.Resource, file.Path));
            foreach (var package in trees.GroupBy(tree => tree.Root.Header.Path.Text, StringComparer.Ordinal))
                packages.TryAdd(package.Key, new PackageSyntax(package.Key, [.. package], new ResourceFiles(assembly, Prefix + folder.Key)) { IsShipped = true });
        }

        return packages;
    }

    private static string FolderOf(string path) => path[..(path.LastIndexOf('/') + 1)];

    private static SyntaxTree Parse(Assembly assembly, string resource, string path) =>
        SyntaxTree.Parse(new SourceText(Prefix + path, path[(path.LastIndexOf('/') + 1)..], ResourceFiles.Read(assembly, resource)!));
}
