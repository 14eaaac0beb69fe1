using System.Collections.Immutable;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Symbols.Catalogues;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Language.Symbols;

/// <summary>Follows <c>use</c> and <c>extends</c> from a package to all that it takes in.</summary>
internal sealed class PackageGraph
{
    /// <summary>How many packages may take one another in, one behind the other.</summary>
    private const int MaxDepth = 64;

    private readonly IPackageLocator _locator;
    private readonly DiagnosticBag _diagnostics;
    private readonly CatalogueDirectives _catalogues;
    private readonly Dictionary<string, PackageSymbol> _loaded = new(StringComparer.Ordinal);
    private readonly List<OpenPackage> _open = [];

    private PackageGraph(IPackageLocator locator, DiagnosticBag diagnostics)
    {
        _locator = locator;
        _diagnostics = diagnostics;
        _catalogues = new CatalogueDirectives(diagnostics);
    }

    /// <summary>The package with all that it takes in; what cannot be taken in is reported and left out.</summary>
    public static PackageSymbol Load(PackageSyntax root, IPackageLocator locator, DiagnosticBag diagnostics) =>
        new PackageGraph(locator, diagnostics).Load(root, null);

    private PackageSymbol Load(PackageSyntax syntax, PathSyntax? takenBy)
    {
        if (_loaded.TryGetValue(syntax.Name, out var known))
            return known;
        foreach (var tree in syntax.Trees)
            _diagnostics.AddRange(tree.Diagnostics);

        _open.Add(new OpenPackage(syntax.Name, takenBy));
        var used = ImmutableArray.CreateBuilder<PackageSymbol>();
        var extended = ImmutableArray.CreateBuilder<PackageSymbol>();
        var catalogues = ImmutableArray.CreateBuilder<TakenCatalogue>();
        foreach (var tree in syntax.Trees)
        {
            foreach (var directive in tree.Root.Directives)
            {
                switch (directive)
                {
                    case UseDirectiveSyntax use when Take(use.Path) is { } package && !used.Contains(package):
                        used.Add(package);
                        break;
                    case ExtendsDirectiveSyntax extends when Take(extends.Path) is { } package && !extended.Contains(package):
                        extended.Add(package);
                        break;
                    case UseCatalogueDirectiveSyntax named when _catalogues.Take(syntax, named.Text) is { } taken:
                        catalogues.Add(taken);
                        break;
                }
            }
        }
        _open.RemoveAt(_open.Count - 1);

        var header = syntax.Trees.Select(t => t.Root.Header).FirstOrDefault();
        var version = syntax
            .Trees.Select(t => (t.Root.Header.Version?.Text.Literal as TextLiteral)?.Value)
            .FirstOrDefault(v => v is not null);
        var symbol = new PackageSymbol(
            syntax, header?.IsPolicy ?? false, version, used.ToImmutable(), extended.ToImmutable(), catalogues.ToImmutable(),
            package => DeclaredNames.Collect(package, _diagnostics));
        _loaded.Add(syntax.Name, symbol);
        _catalogues.CheckIds(symbol);
        return symbol;
    }

    // From whichever package one comes, a cycle is the same finding: where its first name, in the order of names, is taken in.
    private void ReportCycle(List<OpenPackage> cycle)
    {
        var start = cycle.FindIndex(package => package.Name == cycle.Select(other => other.Name).Min(StringComparer.Ordinal));
        var (name, path) = cycle[start];
        var names = cycle.Skip(start).Concat(cycle.Take(start)).Select(package => package.Name).Append(name);
        _diagnostics.Report(NameDiagnostics.CyclicPackages, path!.Parts[0].Source, path.Span, name, string.Join(" → ", names));
    }

    private PackageSymbol? Take(PathSyntax path)
    {
        if (path.IsMissing)
            return null;
        var source = path.Parts[0].Source;
        var name = path.Text;
        if (_open.FindIndex(open => open.Name == name) is >= 0 and var first)
        {
            ReportCycle([new OpenPackage(name, path), .. _open.Skip(first + 1)]);
            return null;
        }
        if (_open.Count >= MaxDepth)
        {
            _diagnostics.Report(NameDiagnostics.PackagesTooDeep, source, path.Span, name, $"{MaxDepth}");
            return null;
        }
        if (_locator.Find(name) is { } found)
            return Load(found, path);

        var nearest = Spelling.Nearest(name, _locator.Names);
        _diagnostics.Add(new Diagnostic(NameDiagnostics.UnknownPackage, source, path.Span, [name, Suggestion.DidYouMean(nearest)])
        {
            Fixes = nearest is null ? [] : [Suggestion.Replace(path.Span, nearest)],
        });
        return null;
    }

    private sealed record OpenPackage(string Name, PathSyntax? TakenBy);
}
