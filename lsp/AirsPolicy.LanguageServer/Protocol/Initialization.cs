using System.Collections.Immutable;

namespace AirsPolicy.LanguageServer.Protocol;

internal sealed record InitializeParams(
    string? RootUri,
    ImmutableArray<WorkspaceFolder>? WorkspaceFolders,
    ClientCapabilities? Capabilities);

internal sealed record WorkspaceFolder(string? Uri);

internal sealed record ClientCapabilities(WorkspaceCapabilities? Workspace, TextDocumentCapabilities? TextDocument);

internal sealed record WorkspaceCapabilities(WatchedFilesCapability? DidChangeWatchedFiles);

internal sealed record WatchedFilesCapability(bool? DynamicRegistration);

internal sealed record TextDocumentCapabilities(CompletionCapability? Completion);

internal sealed record CompletionCapability(CompletionItemCapability? CompletionItem);

internal sealed record CompletionItemCapability(bool? SnippetSupport);

internal sealed record InitializeResult(ServerCapabilities Capabilities, ServerInfo ServerInfo);

internal sealed record ServerInfo(string Name, string Version);

internal sealed record ServerCapabilities(
    string PositionEncoding,
    TextDocumentSyncOptions TextDocumentSync,
    CompletionOptions CompletionProvider,
    bool HoverProvider,
    bool DocumentFormattingProvider,
    CodeActionOptions CodeActionProvider,
    bool DefinitionProvider,
    bool ReferencesProvider,
    bool DocumentHighlightProvider,
    RenameOptions RenameProvider,
    bool DocumentSymbolProvider,
    bool WorkspaceSymbolProvider,
    bool FoldingRangeProvider,
    SemanticTokensOptions SemanticTokensProvider,
    SignatureHelpOptions SignatureHelpProvider);

/// <summary>How documents are kept in step; <paramref name="Change"/> 2 is incremental.</summary>
internal sealed record TextDocumentSyncOptions(bool OpenClose, int Change, bool Save);

internal sealed record CompletionOptions(ImmutableArray<string> TriggerCharacters, bool ResolveProvider);

internal sealed record CodeActionOptions(ImmutableArray<string> CodeActionKinds);

internal sealed record RegistrationParams(ImmutableArray<Registration> Registrations);

internal sealed record Registration(string Id, string Method, WatchedFilesOptions RegisterOptions);

internal sealed record WatchedFilesOptions(ImmutableArray<FileWatcher> Watchers);

internal sealed record FileWatcher(string GlobPattern);
