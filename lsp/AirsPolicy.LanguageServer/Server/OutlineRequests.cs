using System.Collections.Immutable;
using AirsPolicy.LanguageServer.Features.Colouring;
using AirsPolicy.LanguageServer.Features.Outline;
using AirsPolicy.LanguageServer.Features.Signatures;
using AirsPolicy.LanguageServer.Protocol;

namespace AirsPolicy.LanguageServer.Server;

/// <summary>Requests about how a text is made up.</summary>
internal static class OutlineRequests
{
    public static ImmutableArray<RequestMethod> All { get; } =
    [
        RequestMethod.Of(
            "textDocument/documentSymbol", LspJson.Default.DocumentParams, LspJson.Default.ImmutableArrayDocumentSymbol, Outline),
        RequestMethod.Of("workspace/symbol", LspJson.Default.WorkspaceSymbolParams, LspJson.Default.ImmutableArrayWorkspaceSymbol, Names),
        RequestMethod.Of("textDocument/foldingRange", LspJson.Default.DocumentParams, LspJson.Default.ImmutableArrayFoldingRange, Fold),
        RequestMethod.Of("textDocument/semanticTokens/full", LspJson.Default.DocumentParams, LspJson.Default.SemanticTokens, Colour),
        RequestMethod.Of("textDocument/signatureHelp", LspJson.Default.TextDocumentPositionParams, LspJson.Default.SignatureHelp!, Sign),
    ];

    private static ImmutableArray<DocumentSymbol> Outline(ServerState state, DocumentParams parameters) =>
        OutlineFeature.Of(state.Document(parameters.TextDocument).Tree);

    private static ImmutableArray<WorkspaceSymbol> Names(ServerState state, WorkspaceSymbolParams parameters) =>
        OutlineFeature.In(state.Workspace, parameters.Query);

    private static ImmutableArray<FoldingRange> Fold(ServerState state, DocumentParams parameters) =>
        OutlineFeature.Folds(state.Document(parameters.TextDocument).Tree);

    private static SemanticTokens Colour(ServerState state, DocumentParams parameters)
    {
        var document = state.Document(parameters.TextDocument);
        return ColouringFeature.Encode(document.Source, ColouringFeature.Of(state.Workspace.AnalysisOf(document), document.Tree));
    }

    private static SignatureHelp? Sign(ServerState state, TextDocumentPositionParams parameters)
    {
        var (document, position) = state.Place(parameters);
        return SignatureFeature.At(document.Tree, position);
    }
}
