using AirsPolicy.Language.Semantics;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.Text;

namespace AirsPolicy.LanguageServer.Features.Navigation;

/// <summary>Finds declared names and their places, by what the binder took each name for.</summary>
internal static class NameSearch
{
    /// <summary>The declared name at <paramref name="position"/>, with its span there; null where nothing declared stands.</summary>
    public static (DeclaredName Name, TextSpan At)? At(PolicyAnalysis analysis, SyntaxTree tree, int position)
    {
        if (Own(analysis).FirstOrDefault(own => ReferenceEquals(own.Source, tree.Source) && Touches(own.Span, position)) is { } declared)
            return (declared, declared.Span);
        // A path and its last part have one place each; the narrower counts.
        var found = analysis.References
            .Where(reference => ReferenceEquals(reference.Source, tree.Source) && Touches(reference.Span, position))
            .MinBy(reference => reference.Span.Length);
        return found?.DeclaredIn is { } source ? (new DeclaredName(found.Kind, source, found.DeclaredAt), found.Span) : null;
    }

    /// <summary>Where the package takes in another one at <paramref name="position"/>, or null.</summary>
    public static PackageSymbol? PackageAt(PolicyAnalysis analysis, SyntaxTree tree, int position)
    {
        var path = tree.Root.Directives.Select(directive => directive switch
        {
            UseDirectiveSyntax use => use.Path,
            ExtendsDirectiveSyntax extends => extends.Path,
            _ => null,
        }).FirstOrDefault(path => path is { IsMissing: false } && Touches(path.Span, position));
        return path is null
            ? null
            : analysis.Packages.FirstOrDefault(package => string.Equals(package.Name, path.Text, StringComparison.Ordinal));
    }

    /// <summary>Where the name stands in the files of the analysed package, its declaration among them, by file and place.</summary>
    public static IEnumerable<NamePlace> PlacesOf(DeclaredName name, PolicyAnalysis analysis)
    {
        var used = analysis.References
            .Where(reference => ReferenceEquals(reference.DeclaredIn, name.Source) && reference.DeclaredAt == name.Span)
            .Select(reference => (reference.Source, reference.Span));
        var files = analysis.Package.Trees.Select(tree => tree.Source).ToHashSet<SourceText>(ReferenceEqualityComparer.Instance);
        return used.Append((name.Source, name.Span))
            .Where(place => files.Contains(place.Source))
            .Distinct()
            .OrderBy(place => place.Source.Name, StringComparer.Ordinal)
            .ThenBy(place => place.Span.Start)
            .Select(place => new NamePlace(
                place.Source, place.Span, place.Span == name.Span && ReferenceEquals(place.Source, name.Source)));
    }

    private static IEnumerable<DeclaredName> Own(PolicyAnalysis analysis) => analysis.Packages.IsEmpty
        ? []
        : analysis.Packages[0].Members.Values
            .Select(symbol => new DeclaredName(symbol.Kind, symbol.Declaration.Source, symbol.Declaration.Span));

    private static bool Touches(TextSpan span, int position) => span.Start <= position && position <= span.End;
}
