namespace AirsPolicy.Language.Syntax;

/// <summary>A list: <c>[text]</c>.</summary>
internal sealed record ListShapeSyntax(SyntaxToken OpenBracket, ShapeSyntax Item, SyntaxToken CloseBracket) : ShapeSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(OpenBracket, Item, CloseBracket);
}
