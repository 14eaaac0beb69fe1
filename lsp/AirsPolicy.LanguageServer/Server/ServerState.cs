using System.Collections.Immutable;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.LanguageServer.Features;
using AirsPolicy.LanguageServer.Protocol;
using AirsPolicy.LanguageServer.Transport;
using AirsPolicy.LanguageServer.Workspace;

namespace AirsPolicy.LanguageServer.Server;

/// <summary>What a session has once its client has said who it is.</summary>
internal sealed record ServerState(
    PolicyWorkspace Workspace,
    DiagnosticsPublisher Publisher,
    MessageWriter Writer,
    ClientCapabilities Client)
{
    public CompletionMemory Completions { get; } = new();

    public bool TakesSnippets => Client.TextDocument?.Completion?.CompletionItem?.SnippetSupport == true;

    public bool WatchesFiles => Client.Workspace?.DidChangeWatchedFiles?.DynamicRegistration == true;

    public static ServerState Create(InitializeParams parameters, MessageWriter writer, LanguageServerOptions options)
    {
        IEnumerable<string?> uris = parameters.WorkspaceFolders is { IsDefaultOrEmpty: false } folders
            ? folders.Select(folder => folder.Uri)
            : [parameters.RootUri];
        ImmutableArray<string> roots = [.. uris.Select(DocumentUri.ToPath).OfType<string>().Distinct(DocumentUri.PathComparer)];
        var libraries = new PackageLocator(options.LibraryFolders.Select(folder => PackageFolder.Read(folder)));
        return new ServerState(
            new PolicyWorkspace(roots, libraries, options.Time),
            new DiagnosticsPublisher(writer, options.Time),
            writer,
            parameters.Capabilities ?? new ClientCapabilities(null, null));
    }

    /// <summary>The open document and the UTF-16 offset that a request is about.</summary>
    /// <exception cref="RequestRefusedException">It is not open.</exception>
    public (OpenDocument Document, int Position) Place(TextDocumentPositionParams parameters)
    {
        var document = Document(parameters.TextDocument);
        return (document, TextChanges.OffsetOf(document.Source, parameters.Position));
    }

    /// <summary>The open document of a URI.</summary>
    /// <exception cref="RequestRefusedException">It is not open.</exception>
    public OpenDocument Document(TextDocumentIdentifier document) =>
        Workspace.Find(document.Uri) ?? throw new RequestRefusedException(ErrorCode.InvalidParams, $"'{document.Uri}' is not open.");
}
