using System.Globalization;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Text;
using AirsPolicy.LanguageServer.Features.Completion;
using AirsPolicy.LanguageServer.Protocol;
using AirsPolicy.LanguageServer.Workspace;
using TextEdit = AirsPolicy.LanguageServer.Protocol.TextEdit;

namespace AirsPolicy.LanguageServer.Features;

/// <summary>Completion entries as the protocol writes them.</summary>
internal static class CompletionItems
{
    public static CompletionList Of(SourceText source, CompletionSet found, bool takesSnippets)
    {
        var range = TextChanges.RangeOf(source, found.Replaces);
        return new CompletionList(false, [.. found.Entries.Select((entry, rank) => Of(entry, rank, range, takesSnippets))]);
    }

    private static CompletionItem Of(CompletionEntry entry, int rank, Protocol.Range range, bool takesSnippets)
    {
        var snippet = takesSnippets ? entry.Snippet : null;
        return new CompletionItem(
            entry.Label,
            snippet is null ? KindOf(entry.Kind) : CompletionItemKind.Snippet,
            entry.Detail,
            entry.Summary is null ? null : MarkupContent.Markdown(entry.Summary),
            rank.ToString("D5", CultureInfo.InvariantCulture),
            snippet is null ? InsertTextFormat.PlainText : InsertTextFormat.Snippet,
            new TextEdit(range, snippet ?? entry.Label));
    }

    private static CompletionItemKind KindOf(SymbolKind kind) => kind switch
    {
        SymbolKind.Package => CompletionItemKind.Module,
        SymbolKind.Point => CompletionItemKind.Event,
        SymbolKind.Fact or SymbolKind.Item or SymbolKind.Let => CompletionItemKind.Variable,
        SymbolKind.Member => CompletionItemKind.Field,
        SymbolKind.EnumName => CompletionItemKind.EnumMember,
        SymbolKind.Type => CompletionItemKind.Class,
        SymbolKind.Param => CompletionItemKind.Constant,
        SymbolKind.Function => CompletionItemKind.Function,
        SymbolKind.Keyword => CompletionItemKind.Keyword,
        _ => CompletionItemKind.Value,
    };
}
