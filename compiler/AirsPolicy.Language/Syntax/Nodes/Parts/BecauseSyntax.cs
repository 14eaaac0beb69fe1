namespace AirsPolicy.Language.Syntax;

/// <summary>A reason: <c>because TEXT</c>.</summary>
public sealed record BecauseSyntax(SyntaxToken BecauseKeyword, SyntaxToken Text) : SyntaxNode
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(BecauseKeyword, Text);
}
