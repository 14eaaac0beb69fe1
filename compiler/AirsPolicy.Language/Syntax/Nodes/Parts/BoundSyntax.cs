namespace AirsPolicy.Language.Syntax;

/// <summary>A bound of a value by rank: <c>at least 85%</c>, <c>at most 4h</c>.</summary>
internal sealed record BoundSyntax(SyntaxToken AtKeyword, SyntaxToken DirectionKeyword, ExpressionSyntax Value) : SyntaxNode
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(AtKeyword, DirectionKeyword, Value);

    /// <summary>Whether it is <c>at least</c>.</summary>
    public bool IsLeast => DirectionKeyword.Keyword == Keyword.Least;
}
