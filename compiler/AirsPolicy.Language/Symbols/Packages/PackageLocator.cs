using System.Collections.Frozen;

namespace AirsPolicy.Language.Symbols.Packages;

/// <summary>Looks for packages in folders, in the order given, and then in the library that ships with the compiler.</summary>
public sealed class PackageLocator : IPackageLocator
{
    private readonly Dictionary<string, PackageSyntax> _packages = new(StringComparer.Ordinal);
    private readonly IPackageLocator? _shipped;
    private readonly Lazy<FrozenSet<string>> _names;

    /// <param name="folders">The folders; of two packages of one name the first counts.</param>
    public PackageLocator(IEnumerable<PackageFolder> folders)
        : this(folders, ShippedLibrary.Instance)
    {
    }

    internal PackageLocator(IEnumerable<PackageFolder> folders, IPackageLocator? shipped)
    {
        ArgumentNullException.ThrowIfNull(folders);
        _shipped = shipped;
        foreach (var package in folders.SelectMany(folder => folder.Packages))
            _packages.TryAdd(package.Name, package);
        _names = new(() => _packages.Keys.Concat(_shipped?.Names ?? []).ToFrozenSet(StringComparer.Ordinal));
    }

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Names => _names.Value;

    /// <inheritdoc/>
    public PackageSyntax? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _packages.GetValueOrDefault(name) ?? _shipped?.Find(name);
    }
}
