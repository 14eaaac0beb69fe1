using System.Collections.Immutable;
using AirsPolicy.LanguageServer.Features;
using AirsPolicy.LanguageServer.Protocol;
using AirsPolicy.LanguageServer.Workspace;

namespace AirsPolicy.LanguageServer.Server;

/// <summary>The requests that the server answers, beside those of its life cycle.</summary>
internal static class RequestMethods
{
    public static ImmutableArray<RequestMethod> All { get; } =
    [
        RequestMethod.Of("textDocument/completion", LspJson.Default.TextDocumentPositionParams, LspJson.Default.CompletionList, Complete),
        RequestMethod.Of(
            "completionItem/resolve",
            LspJson.Default.CompletionItem,
            LspJson.Default.CompletionItem,
            (state, item) => state.Completions.Resolve(item)),
        RequestMethod.Of("textDocument/hover", LspJson.Default.TextDocumentPositionParams, LspJson.Default.Hover!, Hover),
        RequestMethod.Of("textDocument/formatting", LspJson.Default.DocumentParams, LspJson.Default.ImmutableArrayTextEdit, Format),
        RequestMethod.Of("textDocument/codeAction", LspJson.Default.CodeActionParams, LspJson.Default.ImmutableArrayCodeAction, Act),
        .. NavigationRequests.All,
        .. OutlineRequests.All,
    ];

    private static CompletionList Complete(ServerState state, TextDocumentPositionParams parameters)
    {
        var (document, position) = state.Place(parameters);
        var found = CompletionFeature.At(state.Workspace.AnalysisOf(document), document.Tree, position, state.Workspace.PackageNames);
        return CompletionItems.Of(document.Source, found, state.Completions.Remember(found.Entries), state.TakesSnippets);
    }

    private static Hover? Hover(ServerState state, TextDocumentPositionParams parameters)
    {
        var (document, position) = state.Place(parameters);
        return HoverFeature.At(state.Workspace.AnalysisOf(document), document.Tree, position) is { } found
            ? new Hover(MarkupContent.Markdown(found.Markdown), TextChanges.RangeOf(document.Source, found.Span))
            : null;
    }

    private static ImmutableArray<TextEdit> Format(ServerState state, DocumentParams parameters)
    {
        var document = state.Document(parameters.TextDocument);
        return [.. FormattingFeature.Of(document.Tree).Select(edit => TextChanges.EditOf(document.Source, edit))];
    }

    private static ImmutableArray<CodeAction> Act(ServerState state, CodeActionParams parameters)
    {
        var document = state.Document(parameters.TextDocument);
        var span = TextChanges.SpanOf(document.Source, parameters.Range);
        var found = CodeActionFeature.In(state.Workspace.AnalysisOf(document), document.Tree, span);
        return CodeActions.Of(document, found, parameters.Context?.Only, state.Workspace.UriOf);
    }
}
