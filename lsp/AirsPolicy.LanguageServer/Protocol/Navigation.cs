using System.Text.Json.Serialization;

namespace AirsPolicy.LanguageServer.Protocol;

internal sealed record ReferenceParams(
    [property: JsonRequired] TextDocumentIdentifier TextDocument,
    [property: JsonRequired] Position Position,
    ReferenceContext? Context);

internal sealed record ReferenceContext(bool IncludeDeclaration);

internal sealed record DocumentHighlight(Range Range, DocumentHighlightKind Kind);

internal enum DocumentHighlightKind
{
    Text = 1,
    Read = 2,
    Write = 3,
}

internal sealed record RenameParams(
    [property: JsonRequired] TextDocumentIdentifier TextDocument,
    [property: JsonRequired] Position Position,
    [property: JsonRequired] string NewName);

/// <summary>The name that can be renamed, and where it stands.</summary>
internal sealed record PrepareRenameResult(Range Range, string Placeholder);

internal sealed record RenameOptions(bool PrepareProvider);
