using System.Collections.Immutable;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.Text;

namespace AirsPolicy.Language.Semantics.Names;

/// <summary>Finds what a written name leads to from a package: its own names, and those of the packages it uses or extends.</summary>
internal static class NameLookup
{
    /// <summary>The symbol of that name and kind, or null, nothing reported: for questions that a diagnostic does not hang on.</summary>
    /// <param name="path">A bare name, or one behind the name of its package.</param>
    public static Symbol? Find(PackageSymbol package, string path, SymbolKind kind)
    {
        foreach (var symbol in Candidates(package, path))
        {
            if (symbol.Kind == kind)
                return symbol;
        }
        return null;
    }

    /// <summary>The symbol of that name whatever its kind, or null.</summary>
    public static Symbol? FindAny(PackageSymbol package, string path) => Candidates(package, path) is [var first, ..] ? first : null;

    /// <summary>
    /// Whether the name leads to something of that kind. The package's own meaning counts before others; of two others
    /// neither does, which is reported, and <paramref name="symbol"/> is null.
    /// </summary>
    /// <param name="kind">The kind, or null for any.</param>
    public static bool TryResolve(
        BindingContext context,
        PackageSymbol package,
        string path,
        SourceText source,
        TextSpan span,
        SymbolKind? kind,
        out Symbol? symbol) =>
        TryResolve(context, package, path, source, span, OfKind(Candidates(package, path), kind), out symbol);

    private static bool TryResolve(
        BindingContext context,
        PackageSymbol package,
        string path,
        SourceText source,
        TextSpan span,
        ImmutableArray<Symbol> found,
        out Symbol? symbol)
    {
        symbol = found is [] || (found.Length > 1 && found[0].Package != package) ? null : found[0];
        if (symbol is null && found.Length > 1)
            ReportAmbiguous(context, source, span, path, found);
        return found.Length > 0;
    }

    /// <summary>
    /// The symbol of that name and kind; reports where there is none, where it is of another kind, or where two packages declare it.
    /// </summary>
    /// <param name="kind">The kind.</param>
    /// <param name="other">Another kind that it may be of as well.</param>
    public static Symbol? Require(
        BindingContext context, PackageSymbol package, PathSyntax path, SymbolKind kind, SymbolKind? other = null)
    {
        if (path.IsMissing)
            return null;
        var source = path.Parts[0].Source;
        var found = Candidates(package, path.Text);
        var fitting = other is null ? OfKind(found, kind) : [.. found.Where(symbol => symbol.Kind == kind || symbol.Kind == other)];
        if (TryResolve(context, package, path.Text, source, path.Span, fitting, out var symbol))
        {
            if (symbol is null)
                return null;
            context.Use(symbol.Syntax);
            context.Notes?.Refer(path.Parts[^1], symbol.Kind, symbol.QualifiedName, null, null, symbol);
            return symbol;
        }
        if (found is [var meant, ..])
            context.Report(NameDiagnostics.WrongKind, source, path.Span, path.Text, KindName(meant.Kind), KindName(kind));
        else
            context.ReportUnknown(
                NameDiagnostics.UnknownDeclaration,
                source,
                path.Span,
                path.Text,
                other is null ? Names(package, kind) : Names(package, kind).Concat(Names(package, other.Value)),
                KindName(kind),
                path.Text);
        return null;
    }

    /// <summary>The names of a kind that can be written in a package, by the alphabet.</summary>
    public static IEnumerable<string> Names(PackageSymbol package, SymbolKind kind) =>
        package.Visible.SelectMany(visible => visible.Members.Values)
            .Where(symbol => symbol.Kind == kind)
            .Select(symbol => symbol.Name)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    /// <summary>What a kind is called in a sentence.</summary>
    public static string KindName(SymbolKind kind) => kind switch
    {
        SymbolKind.EnumName => "value of an enum",
        SymbolKind.Param => "parameter",
        SymbolKind.Data => "table of data",
        SymbolKind.Group => "group of tools",
        SymbolKind.Point => "decision point",
        _ => kind.ToString().ToLowerInvariant(),
    };

    // Most names lead to one thing of the kind that is looked for, or to nothing: no copy is made for those.
    private static ImmutableArray<Symbol> OfKind(ImmutableArray<Symbol> symbols, SymbolKind? kind)
    {
        if (kind is null)
            return symbols;
        foreach (var symbol in symbols)
        {
            if (symbol.Kind != kind)
                return Only(symbols, kind.Value);
        }
        return symbols;
    }

    private static ImmutableArray<Symbol> Only(ImmutableArray<Symbol> symbols, SymbolKind kind) =>
        [.. symbols.Where(candidate => candidate.Kind == kind)];

    private static void ReportAmbiguous(BindingContext context, SourceText source, TextSpan span, string name, ImmutableArray<Symbol> found)
    {
        var ordered = found.Sort((left, right) => string.CompareOrdinal(left.QualifiedName, right.QualifiedName));
        context.Report(new Diagnostic(NameDiagnostics.AmbiguousName, source, span, [name, ordered[0].Package.Name, ordered[1].Package.Name])
        {
            Fixes = [.. ordered.Select(symbol => Suggestion.Replace(span, symbol.QualifiedName))],
        });
    }

    private static ImmutableArray<Symbol> Candidates(PackageSymbol package, string path)
    {
        var dot = path.LastIndexOf('.');
        if (dot < 0)
            return package.Named(path);
        var found = ImmutableArray<Symbol>.Empty;
        foreach (var visible in package.Visible)
        {
            if (IsNamed(visible, path.AsSpan(0, dot)) && visible.Members.TryGetValue(path[(dot + 1)..], out var qualified))
                found = found.Add(qualified);
        }
        return found;
    }

    // A package may be written by its whole name or by the last parts of it.
    private static bool IsNamed(PackageSymbol package, ReadOnlySpan<char> written) =>
        package.Name.AsSpan().EndsWith(written, StringComparison.Ordinal)
        && (package.Name.Length == written.Length || package.Name[package.Name.Length - written.Length - 1] == '.');
}
