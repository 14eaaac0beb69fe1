using System.Globalization;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Text;
using AirsPolicy.LanguageServer.Features.Completion;
using AirsPolicy.LanguageServer.Protocol;
using AirsPolicy.LanguageServer.Workspace;
using AirsPolicy.Text;
using TextEdit = AirsPolicy.LanguageServer.Protocol.TextEdit;

namespace AirsPolicy.LanguageServer.Features;

/// <summary>Completion entries as the protocol writes them.</summary>
internal static class CompletionItems
{
    /// <param name="source">The file.</param>
    /// <param name="found">What can be written.</param>
    /// <param name="list">The number under which the list is remembered.</param>
    /// <param name="takesSnippets">The client can write snippets.</param>
    public static CompletionList Of(SourceText source, CompletionSet found, int list, bool takesSnippets) =>
        new(false, [.. found.Entries.Select((entry, rank) => Of(source, found, entry, new CompletionItemData(list, rank), takesSnippets))]);

    private static CompletionItem Of(
        SourceText source, CompletionSet found, CompletionEntry entry, CompletionItemData data, bool takesSnippets)
    {
        var replaced = entry.JoinsNumber ? new TextSpan(found.NumberEnd, found.Replaces.End) : found.Replaces;
        var snippet = takesSnippets ? entry.Snippet : null;
        return new CompletionItem(
            entry.Label,
            snippet is null ? KindOf(entry.Kind) : CompletionItemKind.Snippet,
            entry.Detail,
            null,
            data.Rank.ToString("D5", CultureInfo.InvariantCulture),
            entry.JoinsNumber ? string.Concat(source.Slice(new TextSpan(found.NumberEnd, found.Replaces.Start)), entry.Label) : null,
            snippet is null ? InsertTextFormat.PlainText : InsertTextFormat.Snippet,
            new TextEdit(TextChanges.RangeOf(source, replaced), snippet ?? entry.Label),
            data);
    }

    private static CompletionItemKind KindOf(SymbolKind kind) => kind switch
    {
        SymbolKind.Package => CompletionItemKind.Module,
        SymbolKind.Point => CompletionItemKind.Event,
        SymbolKind.Fact or SymbolKind.Data or SymbolKind.Item or SymbolKind.Let => CompletionItemKind.Variable,
        SymbolKind.Member => CompletionItemKind.Field,
        SymbolKind.EnumName => CompletionItemKind.EnumMember,
        SymbolKind.Type => CompletionItemKind.Class,
        SymbolKind.Param => CompletionItemKind.Constant,
        SymbolKind.Function => CompletionItemKind.Function,
        SymbolKind.Keyword => CompletionItemKind.Keyword,
        _ => CompletionItemKind.Value,
    };
}
