using System.Collections.Immutable;
using System.Text.Json;
using AirsPolicy.LanguageServer.Protocol;
using AirsPolicy.LanguageServer.Transport;

namespace AirsPolicy.LanguageServer.Server;

/// <summary>A notification that the server hears.</summary>
internal sealed record NotificationMethod(string Name, Action<ServerState, JsonElement> Handle);

/// <summary>The notifications that the server hears, beside those of its life cycle; all others are passed over.</summary>
internal static class NotificationMethods
{
    private const int WatchRequestId = 1;

    public static ImmutableArray<NotificationMethod> All { get; } =
    [
        new("initialized", (state, _) => Watch(state)),
        new("textDocument/didOpen", Open),
        new("textDocument/didChange", Change),
        new("textDocument/didClose", (state, json) =>
        {
            state.Workspace.DidClose(Parameters.Read(json, LspJson.Default.DocumentParams).TextDocument.Uri);
            state.Publisher.FilesChanged();
        }),
        new("textDocument/didSave", FilesChanged),
        new("workspace/didChangeWatchedFiles", FilesChanged),
    ];

    private static void Open(ServerState state, JsonElement json)
    {
        state.Workspace.DidOpen(Parameters.Read(json, LspJson.Default.DidOpenParams).TextDocument);
        state.Publisher.FilesChanged();
    }

    private static void Change(ServerState state, JsonElement json)
    {
        state.Publisher.Changed();
        try
        {
            var parameters = Parameters.Read(json, LspJson.Default.DidChangeParams);
            state.Workspace.DidChange(parameters.TextDocument.Uri, parameters.TextDocument.Version, parameters.ContentChanges);
        }
        catch (RequestRefusedException) when (DocumentOf(json) is { } uri)
        {
            // A change that was lost leaves a text that is not the editor's: saying nothing of it beats saying what is wrong.
            state.Workspace.DidClose(uri);
            state.Writer.Notify(
                "window/showMessage",
                new ShowMessageParams(
                    ShowMessageParams.Error,
                    "A change could not be read, so the file is no longer checked. Close it and open it again."),
                LspJson.Default.ShowMessageParams);
        }
    }

    // A saved text is the open one; what may have changed is that its file exists.
    private static void FilesChanged(ServerState state, JsonElement json)
    {
        state.Workspace.FilesChanged();
        state.Publisher.FilesChanged();
    }

    private static void Watch(ServerState state)
    {
        if (!state.WatchesFiles)
            return;
        // Schemas, terms and cases are read by policies too, whatever they are called.
        state.Writer.Request(
            WatchRequestId,
            "client/registerCapability",
            new RegistrationParams([
                new Registration(
                    "files",
                    "workspace/didChangeWatchedFiles",
                    new WatchedFilesOptions([new FileWatcher("**/*.{airs,json,jsonl,txt}")])),
            ]),
            LspJson.Default.RegistrationParams);
    }

    private static string? DocumentOf(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty("textDocument", out var document)
        && document.ValueKind == JsonValueKind.Object
        && document.TryGetProperty("uri", out var uri)
        && uri.ValueKind == JsonValueKind.String
            ? uri.GetString()
            : null;
}
