using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace AirsPolicy.LanguageServer.Protocol;

internal sealed record TextDocumentItem([property: JsonRequired] string Uri, int Version, [property: JsonRequired] string Text);

internal sealed record DidOpenParams([property: JsonRequired] TextDocumentItem TextDocument);

internal sealed record VersionedTextDocumentIdentifier([property: JsonRequired] string Uri, int? Version);

/// <summary>Replaces a range, or the whole text where there is none.</summary>
internal sealed record ContentChange([property: JsonRequired] string Text, Range? Range = null);

internal sealed record DidChangeParams(
    [property: JsonRequired] VersionedTextDocumentIdentifier TextDocument,
    [property: JsonRequired] ImmutableArray<ContentChange> ContentChanges);

internal sealed record DocumentParams([property: JsonRequired] TextDocumentIdentifier TextDocument);
