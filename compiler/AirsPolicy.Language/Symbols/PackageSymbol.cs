using System.Collections.Immutable;
using AirsPolicy.Language.Symbols.Catalogues;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Language.Symbols;

/// <summary>A package with its declared names and the packages it takes in.</summary>
internal sealed class PackageSymbol
{
    private readonly Dictionary<string, Symbol> _members;
    private ImmutableArray<PackageSymbol> _visible, _all, _inForce;
    private Dictionary<string, ImmutableArray<Symbol>>? _names;

    internal PackageSymbol(
        PackageSyntax syntax,
        bool isPolicy,
        string? version,
        ImmutableArray<PackageSymbol> used,
        ImmutableArray<PackageSymbol> extended,
        ImmutableArray<TakenCatalogue> catalogues,
        Func<PackageSymbol, Dictionary<string, Symbol>> declare)
    {
        Syntax = syntax;
        IsPolicy = isPolicy;
        Version = version;
        Used = used;
        Extended = extended;
        TakenCatalogues = catalogues;
        _members = declare(this);
        HasNameless = syntax.Trees.Any(tree => DeclaredNames.LacksName(tree.Root));
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

    /// <summary>The catalogues whose ids it takes in itself.</summary>
    public ImmutableArray<TakenCatalogue> TakenCatalogues { get; }

    /// <summary>The catalogues whose ids can be written here: its own, and those of the packages whose names can.</summary>
    internal IEnumerable<Catalogue> VisibleCatalogues =>
        Visible.SelectMany(package => package.TakenCatalogues).Select(taken => taken.Catalogue).Distinct();

    /// <summary>The names it declares.</summary>
    public IReadOnlyDictionary<string, Symbol> Members => _members;

    /// <summary>The file's name behind that of the package, as the bundle and decisions give it.</summary>
    public string PathOf(SourceText source) => $"{Name}/{source.Name}";

    /// <summary>This package and every package that it takes in, directly or through others, each once, this one first.</summary>
    internal ImmutableArray<PackageSymbol> All() =>
        _all.IsDefault ? _all = Closure(static package => package.Used.Concat(package.Extended)) : _all;

    /// <summary>This package and every package whose controls are in force with it, each once, this one first.</summary>
    public ImmutableArray<PackageSymbol> InForce() =>
        _inForce.IsDefault ? _inForce = Closure(static package => package.Extended) : _inForce;

    private ImmutableArray<PackageSymbol> Closure(Func<PackageSymbol, IEnumerable<PackageSymbol>> next)
    {
        var seen = new HashSet<PackageSymbol>();
        var order = ImmutableArray.CreateBuilder<PackageSymbol>();
        var pending = new Stack<PackageSymbol>([this]);
        while (pending.TryPop(out var package))
        {
            if (!seen.Add(package))
                continue;
            order.Add(package);
            foreach (var taken in next(package).Reverse())
                pending.Push(taken);
        }
        return order.ToImmutable();
    }

    /// <summary>The packages whose names can be written here: this one, those it uses, and those in force with it.</summary>
    internal ImmutableArray<PackageSymbol> Visible =>
        _visible.IsDefault ? _visible = [.. new[] { this }.Concat(Used).Concat(InForce()).Distinct()] : _visible;

    /// <summary>A declaration of it lacks its name, so that nobody can say which names are unknown.</summary>
    internal bool HasNameless { get; }

    /// <summary>What a bare name can lead to: the package's own symbol first.</summary>
    internal ImmutableArray<Symbol> Named(string name) => (_names ??= IndexNames()).GetValueOrDefault(name, []);

    public override string ToString() => Name;

    private Dictionary<string, ImmutableArray<Symbol>> IndexNames()
    {
        var names = new Dictionary<string, ImmutableArray<Symbol>>(StringComparer.Ordinal);
        foreach (var package in Visible)
        {
            foreach (var (name, symbol) in package._members)
                names[name] = names.TryGetValue(name, out var known) ? known.Add(symbol) : [symbol];
        }
        return names;
    }
}
