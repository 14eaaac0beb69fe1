using System.Text;
using AirsPolicy.Language.Semantics;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Text;

namespace AirsPolicy.LanguageServer.Features;

/// <summary>What is shown of a place.</summary>
/// <param name="Span">What it is about.</param>
/// <param name="Markdown">Name, type and documentation.</param>
internal sealed record HoverText(TextSpan Span, string Markdown);

/// <summary>What a name stands for: its kind, its type as the language writes it, its documentation.</summary>
internal static class HoverFeature
{
    /// <summary>What stands at <paramref name="position"/>, a UTF-16 offset; null for a literal, a keyword and an unknown name.</summary>
    public static HoverText? At(PolicyAnalysis analysis, SyntaxTree tree, int position)
    {
        SymbolReference? best = null;
        foreach (var reference in analysis.References)
        {
            // Of a path and its part the part counts.
            if (ReferenceEquals(reference.Source, tree.Source)
                && reference.Span.Start <= position && position <= reference.Span.End
                && (best is null || reference.Span.Length < best.Span.Length))
            {
                best = reference;
            }
        }

        return best is null ? null : new HoverText(best.Span, Describe(best));
    }

    private static string Describe(SymbolReference symbol)
    {
        var text = new StringBuilder("```airs\n").Append(KindOf(symbol.Kind)).Append(' ').Append(symbol.Name);
        if (symbol.Type is { Length: > 0 } type)
            text.Append(": ").Append(type);
        text.Append("\n```");
        if (symbol.Summary is { Length: > 0 } summary)
            text.Append("\n\n").Append(summary);
        return text.ToString();
    }

    private static string KindOf(SymbolKind kind) => kind switch
    {
        SymbolKind.EnumName => "name",
        SymbolKind.CatalogueId => "catalogue id",
        SymbolKind.ThreatId => "threat",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
