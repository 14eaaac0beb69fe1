namespace AirsPolicy.Runtime.Schemas;

/// <summary>A schema document that references may lead to. Documents are handed in; nothing is ever fetched.</summary>
/// <param name="Uri">The absolute address (RFC 3986) under which references find it, beside its own <c>$id</c>.</param>
/// <param name="Json">The document, UTF-8 without a byte order mark.</param>
public sealed record SchemaDocument(string Uri, ReadOnlyMemory<byte> Json);
