namespace AirsPolicy.Runtime.Schemas.References;

/// <summary>Where a schema stands.</summary>
/// <param name="Resource">The resource whose address references are resolved against.</param>
/// <param name="Document">The address of the document, by which a person finds the file; empty for the schema that is compiled.</param>
/// <param name="Pointer">The JSON pointer from the root of the document.</param>
internal sealed record SchemaPlace(SchemaResource Resource, string Document, string Pointer)
{
    /// <summary>
    /// The place of a keyword, for messages: <c>#/properties/a/minimum</c>, before it the document where that is another one.
    /// </summary>
    public string Of(string keyword) => Document + "#" + JsonPointer.Append(Pointer, keyword);

    public override string ToString() => Document + "#" + Pointer;
}
