using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.Runtime.Text;

namespace AirsPolicy.Language.Semantics.Names;

/// <summary>Finds what a written name leads to from a package: its own names, and those of the packages it uses or extends.</summary>
internal static class NameLookup
{
    /// <summary>The symbol of that name and kind, or null, nothing reported. Its own package comes first.</summary>
    /// <param name="path">A bare name, or one behind the name of its package.</param>
    public static Symbol? Find(PackageSymbol package, string path, SymbolKind kind) =>
        Candidates(package, path).FirstOrDefault(symbol => symbol.Kind == kind);

    /// <summary>The symbol of that name whatever its kind, or null.</summary>
    public static Symbol? FindAny(PackageSymbol package, string path) => Candidates(package, path).FirstOrDefault();

    /// <summary>The symbol of that name and kind; reports where there is none, where it is of another kind, or where two packages declare it.</summary>
    public static Symbol? Require(BindingContext context, PackageSymbol package, PathSyntax path, SymbolKind kind, string kindName)
    {
        if (path.IsMissing)
            return null;
        var source = path.Parts[0].Source;
        var found = Candidates(package, path.Text).Distinct().ToList();
        var fitting = found.Where(symbol => symbol.Kind == kind).ToList();
        if (fitting.Count == 0)
        {
            if (found.Count > 0)
                context.Report(NameDiagnostics.WrongKind, source, path.Span, path.Text, KindName(found[0].Kind), kindName);
            else
                context.ReportUnknown(NameDiagnostics.UnknownName, source, path.Span, path.Text, Names(package, kind), path.Text);
            return null;
        }
        if (fitting.Count > 1 && fitting[0].Package != package)
        {
            ReportAmbiguous(context, source, path.Span, path.Text, fitting);
            return null;
        }
        context.Refer(path.Parts[^1], kind, fitting[0].QualifiedName, null, null, fitting[0]);
        return fitting[0];
    }

    /// <summary>The names of a kind that can be written in a package.</summary>
    public static IEnumerable<string> Names(PackageSymbol package, SymbolKind kind) =>
        Visible(package).SelectMany(p => p.Members.Values).Where(symbol => symbol.Kind == kind).Select(symbol => symbol.Name).Distinct(StringComparer.Ordinal);

    /// <summary>All symbols that can be named from a package, its own first.</summary>
    public static IEnumerable<PackageSymbol> Visible(PackageSymbol package) =>
        new[] { package }.Concat(package.Used).Concat(package.InForce().Skip(1)).Distinct();

    /// <summary>What a kind is called in a sentence.</summary>
    public static string KindName(SymbolKind kind) => kind switch
    {
        SymbolKind.EnumName => "value of an enum",
        SymbolKind.Param => "parameter",
        SymbolKind.Point => "decision point",
        _ => kind.ToString().ToLowerInvariant(),
    };

    public static void ReportAmbiguous(BindingContext context, SourceText source, TextSpan span, string name, IReadOnlyList<Symbol> found) =>
        context.Report(new Diagnostic(NameDiagnostics.AmbiguousName, source, span, [name, found[0].Package.Name, found[1].Package.Name])
        {
            Fixes = [.. found.Select(symbol => Suggestion.Replace(span, symbol.QualifiedName))],
        });

    private static IEnumerable<Symbol> Candidates(PackageSymbol package, string path)
    {
        var dot = path.LastIndexOf('.');
        foreach (var visible in Visible(package))
        {
            if (dot < 0 && visible.Members.TryGetValue(path, out var bare))
                yield return bare;
            else if (dot >= 0 && IsNamed(visible, path.AsSpan(0, dot)) && visible.Members.TryGetValue(path[(dot + 1)..], out var qualified))
                yield return qualified;
        }
    }

    // A package may be written by its whole name or by the last parts of it.
    private static bool IsNamed(PackageSymbol package, ReadOnlySpan<char> written) =>
        package.Name.AsSpan().EndsWith(written, StringComparison.Ordinal)
        && (package.Name.Length == written.Length || package.Name[package.Name.Length - written.Length - 1] == '.');
}
