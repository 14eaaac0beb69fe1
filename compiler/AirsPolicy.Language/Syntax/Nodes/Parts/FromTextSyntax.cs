namespace AirsPolicy.Language.Syntax;

/// <summary>Where something comes from outside: <c>from TEXT</c>.</summary>
internal sealed record FromTextSyntax(SyntaxToken FromKeyword, SyntaxToken Text) : SyntaxNode
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(FromKeyword, Text);
}
