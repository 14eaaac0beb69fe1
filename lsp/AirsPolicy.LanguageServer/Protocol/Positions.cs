using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace AirsPolicy.LanguageServer.Protocol;

/// <summary>Line and character from 0; the character in UTF-16 units.</summary>
internal readonly record struct Position(int Line, int Character);

/// <summary>Half-open.</summary>
internal readonly record struct Range(Position Start, Position End);

internal sealed record Location(string Uri, Range Range);

internal sealed record TextEdit(Range Range, string NewText);

internal sealed record WorkspaceEdit(ImmutableDictionary<string, ImmutableArray<TextEdit>> Changes);

internal sealed record MarkupContent(string Kind, string Value)
{
    public static MarkupContent Markdown(string value) => new("markdown", value);
}

internal sealed record TextDocumentIdentifier([property: JsonRequired] string Uri);

/// <summary>A place in a document: the parameters of completion and hover.</summary>
internal sealed record TextDocumentPositionParams(
    [property: JsonRequired] TextDocumentIdentifier TextDocument,
    [property: JsonRequired] Position Position);
