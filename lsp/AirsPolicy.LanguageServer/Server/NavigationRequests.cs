using System.Collections.Immutable;
using AirsPolicy.LanguageServer.Features.Navigation;
using AirsPolicy.LanguageServer.Protocol;
using AirsPolicy.LanguageServer.Transport;
using AirsPolicy.LanguageServer.Workspace;
using AirsPolicy.Text;

namespace AirsPolicy.LanguageServer.Server;

/// <summary>Requests that go from a name to its other places.</summary>
internal static class NavigationRequests
{
    public static ImmutableArray<RequestMethod> All { get; } =
    [
        RequestMethod.Of("textDocument/definition", LspJson.Default.TextDocumentPositionParams, LspJson.Default.Location!, Define),
        RequestMethod.Of("textDocument/references", LspJson.Default.ReferenceParams, LspJson.Default.ImmutableArrayLocation, Refer),
        RequestMethod.Of(
            "textDocument/documentHighlight",
            LspJson.Default.TextDocumentPositionParams,
            LspJson.Default.ImmutableArrayDocumentHighlight,
            Highlight),
        RequestMethod.Of(
            "textDocument/prepareRename", LspJson.Default.TextDocumentPositionParams, LspJson.Default.PrepareRenameResult, PrepareRename),
        RequestMethod.Of("textDocument/rename", LspJson.Default.RenameParams, LspJson.Default.WorkspaceEdit, Rename),
    ];

    private static Location? Define(ServerState state, TextDocumentPositionParams parameters)
    {
        var (document, position) = state.Place(parameters);
        var analysis = state.Workspace.AnalysisOf(document);
        if (NameSearch.At(analysis, document.Tree, position) is ({ } name, _))
            return LocationOf(state, name.Source, name.Span);
        return NameSearch.PackageAt(analysis, document.Tree, position)?.Syntax.Trees[0] is { } tree
            ? LocationOf(state, tree.Source, tree.Root.Header.Path.Span)
            : null;
    }

    private static ImmutableArray<Location> Refer(ServerState state, ReferenceParams parameters)
    {
        if (NameAt(state, new TextDocumentPositionParams(parameters.TextDocument, parameters.Position)) is not ({ } name, _))
            return [];
        var places = state.Workspace.Naming(name.Text).SelectMany(package => NameSearch.PlacesOf(name, package));
        return
        [
            .. places.Where(place => !place.IsDeclaration || parameters.Context?.IncludeDeclaration != false)
                .Select(place => LocationOf(state, place.Source, place.Span)).OfType<Location>(),
        ];
    }

    private static ImmutableArray<DocumentHighlight> Highlight(ServerState state, TextDocumentPositionParams parameters)
    {
        var (document, position) = state.Place(parameters);
        var analysis = state.Workspace.AnalysisOf(document);
        if (NameSearch.At(analysis, document.Tree, position) is not ({ } name, _))
            return [];
        return
        [
            .. NameSearch.PlacesOf(name, analysis)
                .Where(place => ReferenceEquals(place.Source, document.Source))
                .Select(place => new DocumentHighlight(
                    TextChanges.RangeOf(place.Source, place.Span),
                    place.IsDeclaration ? DocumentHighlightKind.Write : DocumentHighlightKind.Read)),
        ];
    }

    private static PrepareRenameResult PrepareRename(ServerState state, TextDocumentPositionParams parameters)
    {
        if (NameAt(state, parameters) is not ({ } name, var at))
            throw Refused(RenameFeature.NoName);
        if (RenameFeature.Refusal(state.Workspace, name) is { } refusal)
            throw Refused(refusal);
        return new PrepareRenameResult(TextChanges.RangeOf(state.Document(parameters.TextDocument).Source, at), name.Text);
    }

    private static WorkspaceEdit Rename(ServerState state, RenameParams parameters)
    {
        if (NameAt(state, new TextDocumentPositionParams(parameters.TextDocument, parameters.Position)) is not ({ } name, _))
            throw Refused(RenameFeature.NoName);
        var (edits, problem) = RenameFeature.Rename(state.Workspace, name, parameters.NewName);
        if (problem is not null)
            throw Refused(problem);
        return new WorkspaceEdit(edits.ToImmutableDictionary(
            file => state.Workspace.UriOf(file.Source.Path),
            file => file.Edits.Select(edit => TextChanges.EditOf(file.Source, edit)).ToImmutableArray()));
    }

    private static (DeclaredName Name, TextSpan At)? NameAt(ServerState state, TextDocumentPositionParams parameters)
    {
        var (document, position) = state.Place(parameters);
        return NameSearch.At(state.Workspace.AnalysisOf(document), document.Tree, position);
    }

    // A shipped library lies in no file that an editor could open.
    private static Location? LocationOf(ServerState state, Language.Text.SourceText source, TextSpan span) =>
        Path.IsPathRooted(source.Path) || state.Workspace.IsOwn(source)
            ? new Location(state.Workspace.UriOf(source.Path), TextChanges.RangeOf(source, span))
            : null;

    private static RequestRefusedException Refused(string message) => new(ErrorCode.RequestFailed, message);
}
