using System.Collections.Immutable;

namespace AirsPolicy.LanguageServer.Protocol;

internal sealed record CompletionList(bool IsIncomplete, ImmutableArray<CompletionItem> Items);

/// <summary>An entry; its documentation is left out until it is asked for.</summary>
internal sealed record CompletionItem(
    string Label,
    CompletionItemKind Kind,
    string? Detail,
    MarkupContent? Documentation,
    string? SortText,
    string? FilterText,
    InsertTextFormat InsertTextFormat,
    TextEdit? TextEdit,
    CompletionItemData? Data);

/// <summary>Which entry of which list an item is.</summary>
internal sealed record CompletionItemData(int List, int Rank);

internal enum InsertTextFormat
{
    PlainText = 1,
    Snippet = 2,
}

internal enum CompletionItemKind
{
    Text = 1,
    Function = 3,
    Field = 5,
    Variable = 6,
    Class = 7,
    Module = 9,
    Property = 10,
    Value = 12,
    Keyword = 14,
    Snippet = 15,
    EnumMember = 20,
    Constant = 21,
    Event = 23,
}

internal sealed record Hover(MarkupContent Contents, Range Range);
