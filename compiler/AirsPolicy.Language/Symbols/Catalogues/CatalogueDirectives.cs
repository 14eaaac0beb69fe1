using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Language.Symbols.Catalogues;

/// <summary>Resolves <c>use catalogue</c>: the name of one that ships, or a file of the package.</summary>
internal sealed class CatalogueDirectives(DiagnosticBag diagnostics)
{
    private const int LongestFile = 1 << 20;

    // The same text is the same catalogue, whichever package takes it in.
    private readonly Dictionary<string, Catalogue> _read = new(StringComparer.Ordinal);

    /// <summary>What a directive takes in, or null once it is reported that it takes in nothing.</summary>
    public TakenCatalogue? Take(PackageSyntax package, SyntaxToken text)
    {
        if ((text.Literal as TextLiteral)?.Value is not { } name)
            return null;
        if (name.EndsWith(".json", StringComparison.Ordinal))
            return TakeFile(package, text, name);
        if (ShippedCatalogues.Find(name) is { } catalogue)
            return new TakenCatalogue(catalogue, text, null);
        var nearest = Spelling.Nearest(name, ShippedCatalogues.All.Select(known => known.Name));
        diagnostics.Add(
            new Diagnostic(GovernanceDiagnostics.UnknownCatalogue, text.Source, text.Span, [name, Suggestion.DidYouMean(nearest)])
            {
                Fixes = nearest is null ? [] : [new DiagnosticFix($"Write '{nearest}'", [new TextEdit(text.Span, $"\"{nearest}\"")])],
            }
        );
        return null;
    }

    private TakenCatalogue? TakeFile(PackageSyntax package, SyntaxToken text, string path)
    {
        if (!package.Files.TryRead(path, out var content, out var problem))
        {
            diagnostics.Report(GovernanceDiagnostics.UnusableCatalogue, text.Source, text.Span, path, problem ?? "it cannot be read");
            return null;
        }
        try
        {
            return new TakenCatalogue(Read(content!), text, content);
        }
        catch (InvalidDataException refused)
        {
            diagnostics.Report(GovernanceDiagnostics.UnusableCatalogue, text.Source, text.Span, path, refused.Message);
            return null;
        }
    }

    private Catalogue Read(string content)
    {
        if (_read.TryGetValue(content, out var known))
            return known;
        if (content.Length > LongestFile)
            throw new InvalidDataException("the file is longer than 1 MiB");
        var catalogue = CatalogueReader.Read(content);
        if (ShippedCatalogues.Find(catalogue.Name) is not null)
            throw new InvalidDataException($"the file calls itself '{catalogue.Name}', as a catalogue does that ships with the compiler");
        _read.Add(content, catalogue);
        return catalogue;
    }

    /// <summary>Reports a file that lists an id of another catalogue which can be seen from the same package.</summary>
    public void CheckIds(PackageSymbol package)
    {
        // Those that ship come first: they share no ids, so that it is a file which is to be mended.
        var taken = package.Visible
            .SelectMany(visible => visible.TakenCatalogues)
            .DistinctBy(taken => taken.Catalogue)
            .OrderBy(taken => taken.File is not null)
            .ToList();
        foreach (var (index, own) in taken.Index().Where(item => item.Item.File is not null))
        {
            foreach (var other in taken.Take(index).Where(other => !IsSeenBefore(package, own.Catalogue, other.Catalogue)))
            {
                if (own.Catalogue.Entries.Keys.Where(other.Catalogue.Entries.ContainsKey).Min(StringComparer.Ordinal) is { } id)
                    diagnostics.Report(
                        GovernanceDiagnostics.SharedId, own.Named.Source, own.Named.Span, own.Catalogue.Name, id, other.Catalogue.Name);
            }
        }
    }

    // A package that sees both has the finding, so that those which take it in need not repeat it.
    private static bool IsSeenBefore(PackageSymbol package, Catalogue one, Catalogue other) => package.Visible.Any(visible =>
        visible != package && visible.VisibleCatalogues.Contains(one) && visible.VisibleCatalogues.Contains(other));
}
