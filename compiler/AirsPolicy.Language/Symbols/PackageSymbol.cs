using System.Collections.Immutable;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Language.Symbols;

/// <summary>A package with its declared names and the packages it takes in.</summary>
public sealed class PackageSymbol
{
    private readonly Dictionary<string, Symbol> _members;

    internal PackageSymbol(
        PackageSyntax syntax,
        bool isPolicy,
        string? version,
        ImmutableArray<PackageSymbol> used,
        ImmutableArray<PackageSymbol> extended,
        Func<PackageSymbol, Dictionary<string, Symbol>> declare)
    {
        Syntax = syntax;
        IsPolicy = isPolicy;
        Version = version;
        Used = used;
        Extended = extended;
        _members = declare(this);
    }

    public string Name => Syntax.Name;

    public PackageSyntax Syntax { get; }

    /// <summary>It is deployable; else it is a library.</summary>
    public bool IsPolicy { get; }

    /// <summary>The declared version, or null.</summary>
    public string? Version { get; }

    /// <summary>The packages whose names it can use.</summary>
    public ImmutableArray<PackageSymbol> Used { get; }

    /// <summary>The packages whose controls it puts in force; their names can be used too.</summary>
    public ImmutableArray<PackageSymbol> Extended { get; }

    /// <summary>The names it declares.</summary>
    public IReadOnlyDictionary<string, Symbol> Members => _members;

    /// <summary>The file's name behind that of the package, as the bundle and decisions give it.</summary>
    public string PathOf(SourceText source) => $"{Name}/{source.Name}";

    /// <summary>This package and every package whose controls are in force with it, each once, this one first.</summary>
    public ImmutableArray<PackageSymbol> InForce()
    {
        var seen = new HashSet<PackageSymbol>();
        var order = ImmutableArray.CreateBuilder<PackageSymbol>();
        var pending = new Stack<PackageSymbol>([this]);
        while (pending.TryPop(out var package))
        {
            if (!seen.Add(package))
                continue;
            order.Add(package);
            foreach (var extended in package.Extended.Reverse())
                pending.Push(extended);
        }
        return order.ToImmutable();
    }

    public override string ToString() => Name;
}
