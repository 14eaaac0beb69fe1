using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Symbols.Catalogues;
using AirsPolicy.Text;

namespace AirsPolicy.LanguageServer.Features.Completion;

/// <summary>The catalogues, inside the quotes of <c>use catalogue ""</c>.</summary>
internal static class CatalogueCompletion
{
    /// <summary>What can be written at <paramref name="position"/>, or null where no catalogue is named.</summary>
    public static CompletionSet? At(string text, int position)
    {
        var line = text.LastIndexOfAny(['\n', '\r'], Math.Max(position - 1, 0), Math.Max(position, 0)) + 1;
        var quote = text.IndexOf('"', line, position - line);
        if (quote < 0 || text.IndexOf('"', quote + 1, position - quote - 1) >= 0)
            return null;
        if (text[line..quote].Split(' ', '\t').Where(word => word.Length > 0).ToArray() is not ["use", "catalogue"])
            return null;
        var end = text.AsSpan(position).IndexOfAny('"', '\n', '\r');
        return new CompletionSet(
            new TextSpan(quote + 1, end < 0 ? text.Length : position + end),
            [.. ShippedCatalogues.All.Select(catalogue => new CompletionEntry(catalogue.Name, SymbolKind.Package, catalogue.Title))]);
    }
}
