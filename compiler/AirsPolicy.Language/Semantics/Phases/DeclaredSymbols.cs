using System.Collections.Immutable;
using AirsPolicy.Language.Symbols;

namespace AirsPolicy.Language.Semantics.Phases;

/// <summary>The declarations of packages, in an order that no file decides.</summary>
internal static class DeclaredSymbols
{
    /// <summary>Those of a kind, ordered by qualified name.</summary>
    public static IEnumerable<Symbol> Declared(this ImmutableArray<PackageSymbol> packages, SymbolKind kind) => packages
        .SelectMany(package => package.Members.Values)
        .Where(symbol => symbol.Kind == kind)
        .OrderBy(symbol => symbol.QualifiedName, StringComparer.Ordinal);

    /// <summary>Their names, each once.</summary>
    public static ImmutableArray<string> Names(this ImmutableArray<PackageSymbol> packages, SymbolKind kind) =>
        [.. packages.Declared(kind).Select(symbol => symbol.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
