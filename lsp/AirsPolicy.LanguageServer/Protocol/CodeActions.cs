using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace AirsPolicy.LanguageServer.Protocol;

internal sealed record CodeActionParams(
    [property: JsonRequired] TextDocumentIdentifier TextDocument,
    [property: JsonRequired] Range Range,
    CodeActionContext? Context);

/// <summary>Which kinds the client asks for; null for all.</summary>
internal sealed record CodeActionContext(ImmutableArray<string>? Only);

internal sealed record CodeAction(
    string Title,
    string Kind,
    ImmutableArray<Diagnostic>? Diagnostics,
    bool? IsPreferred,
    WorkspaceEdit Edit);

/// <summary>The kinds of actions that the server has (LSP 3.17, Code Action Kind).</summary>
internal static class CodeActionKind
{
    public const string QuickFix = "quickfix";
    public const string FixAll = "source.fixAll.airs";

    /// <summary>
    /// Whether a client that asks for <paramref name="asked"/> gets <paramref name="kind"/>: kinds are trees, written with dots.
    /// </summary>
    public static bool Includes(string asked, string kind) =>
        string.Equals(asked, kind, StringComparison.Ordinal)
        || asked.Length == 0
        || (kind.StartsWith(asked, StringComparison.Ordinal) && kind[asked.Length] == '.');
}
