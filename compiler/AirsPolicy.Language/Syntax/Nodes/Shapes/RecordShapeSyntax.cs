namespace AirsPolicy.Language.Syntax;

/// <summary>A record: <c>{ a: text, b: int? }</c>.</summary>
internal sealed record RecordShapeSyntax(
    SyntaxToken OpenBrace,
    SeparatedSyntaxList<FieldShapeSyntax> Fields,
    SyntaxToken CloseBrace) : ShapeSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(OpenBrace, Fields, CloseBrace);
}
