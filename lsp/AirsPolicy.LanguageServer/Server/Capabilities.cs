using System.Text.Json;
using AirsPolicy.LanguageServer.Features.Colouring;
using AirsPolicy.LanguageServer.Protocol;
using AirsPolicy.LanguageServer.Transport;

namespace AirsPolicy.LanguageServer.Server;

/// <summary>What the server can do, as it tells the client.</summary>
internal static class Capabilities
{
    private const int Incremental = 2;

    private static readonly InitializeResult s_result = new(
        new ServerCapabilities(
            PositionEncoding: "utf-16",
            new TextDocumentSyncOptions(OpenClose: true, Incremental, Save: true),
            // A space opens the list after 'at', 'then' and the like; where nothing fits it stays empty.
            new CompletionOptions([".", " ", "\""], ResolveProvider: true),
            HoverProvider: true,
            DocumentFormattingProvider: true,
            new CodeActionOptions([CodeActionKind.QuickFix, CodeActionKind.FixAll]),
            DefinitionProvider: true,
            ReferencesProvider: true,
            DocumentHighlightProvider: true,
            new RenameOptions(PrepareProvider: true),
            DocumentSymbolProvider: true,
            WorkspaceSymbolProvider: true,
            FoldingRangeProvider: true,
            new SemanticTokensOptions(ColouringFeature.Legend, Full: true),
            new SignatureHelpOptions(["(", ",", " "])),
        new ServerInfo("airs", typeof(Capabilities).Assembly.GetName().Version?.ToString(3) ?? ""));

    public static void Reply(MessageWriter writer, JsonElement id) => writer.Respond(id, s_result, LspJson.Default.InitializeResult);
}
