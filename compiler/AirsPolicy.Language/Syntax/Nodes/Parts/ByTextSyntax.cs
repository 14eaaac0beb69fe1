namespace AirsPolicy.Language.Syntax;

/// <summary>Who does something: <c>by TEXT</c>.</summary>
internal sealed record ByTextSyntax(SyntaxToken ByKeyword, SyntaxToken Text) : SyntaxNode
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(ByKeyword, Text);
}
