namespace AirsPolicy.Language.Syntax;

/// <summary>The message of a decision: <c>saying "help"</c>.</summary>
internal sealed record SayingSyntax(SyntaxToken SayingKeyword, SyntaxToken Text) : SyntaxNode
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(SayingKeyword, Text);
}
