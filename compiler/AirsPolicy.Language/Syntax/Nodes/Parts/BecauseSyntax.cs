namespace AirsPolicy.Language.Syntax;

/// <summary>A reason: <c>because TEXT</c>.</summary>
internal sealed record BecauseSyntax(SyntaxToken BecauseKeyword, SyntaxToken Text) : SyntaxNode
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(BecauseKeyword, Text);
}
