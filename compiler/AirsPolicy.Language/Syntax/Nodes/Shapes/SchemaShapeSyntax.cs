namespace AirsPolicy.Language.Syntax;

/// <summary>A JSON Schema in a file of the package: <c>schema "order.json"</c>.</summary>
internal sealed record SchemaShapeSyntax(SyntaxToken SchemaKeyword, SyntaxToken File) : ShapeSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(SchemaKeyword, File);
}
