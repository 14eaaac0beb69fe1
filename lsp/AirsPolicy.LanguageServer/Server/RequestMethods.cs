using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AirsPolicy.LanguageServer.Features;
using AirsPolicy.LanguageServer.Protocol;
using AirsPolicy.LanguageServer.Transport;
using AirsPolicy.LanguageServer.Workspace;

namespace AirsPolicy.LanguageServer.Server;

/// <summary>A request that the server answers.</summary>
/// <param name="Name">The method on the wire.</param>
/// <param name="Handle">Computes the answer; what it gives writes it.</param>
internal sealed record RequestMethod(string Name, Func<ServerState, JsonElement, Action<MessageWriter, JsonElement>> Handle);

/// <summary>The requests that the server answers, beside those of its life cycle.</summary>
internal static class RequestMethods
{
    public static ImmutableArray<RequestMethod> All { get; } =
    [
        Method("textDocument/completion", LspJson.Default.TextDocumentPositionParams, LspJson.Default.CompletionList, Complete),
        Method("textDocument/hover", LspJson.Default.TextDocumentPositionParams, LspJson.Default.Hover!, Hover),
        Method("textDocument/formatting", LspJson.Default.DocumentParams, LspJson.Default.ImmutableArrayTextEdit, Format),
        Method("textDocument/codeAction", LspJson.Default.CodeActionParams, LspJson.Default.ImmutableArrayCodeAction, Act),
    ];

    private static CompletionList Complete(ServerState state, TextDocumentPositionParams parameters)
    {
        var document = state.Document(parameters.TextDocument);
        var position = TextChanges.OffsetOf(document.Source, parameters.Position);
        var found = CompletionFeature.At(state.Workspace.AnalysisOf(document), document.Tree, position, state.Workspace.PackageNames);
        return CompletionItems.Of(document.Source, found, state.TakesSnippets);
    }

    private static Hover? Hover(ServerState state, TextDocumentPositionParams parameters)
    {
        var document = state.Document(parameters.TextDocument);
        var position = TextChanges.OffsetOf(document.Source, parameters.Position);
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

    private static RequestMethod Method<TParameters, TResult>(
        string name,
        JsonTypeInfo<TParameters> parameters,
        JsonTypeInfo<TResult> result,
        Func<ServerState, TParameters, TResult> handle)
        where TParameters : class => new(name, (state, json) =>
    {
        var value = handle(state, Parameters.Read(json, parameters));
        return (writer, id) => writer.Respond(id, value, result);
    });
}
