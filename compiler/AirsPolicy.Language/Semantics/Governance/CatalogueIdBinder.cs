using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Symbols.Catalogues;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Language.Semantics.Governance;

/// <summary>Finds what a catalogue id means in a package.</summary>
internal static class CatalogueIdBinder
{
    /// <summary>The entry with its catalogue, or null once it is reported that no catalogue in use has the id.</summary>
    public static (Catalogue Catalogue, EntryModel Entry)? Bind(BindingContext context, PackageSymbol package, SyntaxToken id)
    {
        if (id.IsMissing)
            return null;
        foreach (var catalogue in package.VisibleCatalogues)
        {
            if (catalogue.Entries.TryGetValue(id.Text, out var entry))
            {
                var kind = catalogue.IsThreats ? SymbolKind.ThreatId : SymbolKind.CatalogueId;
                context.Notes?.Refer(id, kind, id.Text, null, catalogue.SummaryOf(entry));
                return (catalogue, new EntryModel(entry.Title, entry.Points, entry.Least, entry.By));
            }
        }
        ReportUnknown(context, package, id);
        return null;
    }

    private static void ReportUnknown(BindingContext context, PackageSymbol package, SyntaxToken id)
    {
        if (ShippedCatalogues.Of(id.Text) is { } shipped)
        {
            var directive = $"use catalogue \"{shipped.Name}\"";
            context.Report(
                new Diagnostic(GovernanceDiagnostics.UnknownId, id.Source, id.Span, [id.Text, $"; write '{directive}', which has it."])
                {
                    Fixes =
                    [
                        new DiagnosticFix(
                            $"Write '{directive}'",
                            [new TextEdit(new(EndOfDirectives(package, id), EndOfDirectives(package, id)), $"\n{directive}")]),
                    ],
                }
            );
            return;
        }
        var known = package.VisibleCatalogues.ToList();
        context.ReportUnknown(
            GovernanceDiagnostics.UnknownId,
            id.Source,
            id.Span,
            id.Text,
            (known.Count > 0 ? known : ShippedCatalogues.All).SelectMany(catalogue => catalogue.Entries.Keys).Order(StringComparer.Ordinal),
            id.Text);
    }

    private static int EndOfDirectives(PackageSymbol package, SyntaxToken id)
    {
        var file = package.Syntax.Trees.First(tree => ReferenceEquals(tree.Source, id.Source)).Root;
        return file.Directives.Count > 0 ? file.Directives[^1].Span.End : file.Header.Span.End;
    }
}
