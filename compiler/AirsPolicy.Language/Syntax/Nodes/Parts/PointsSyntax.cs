namespace AirsPolicy.Language.Syntax;

/// <summary>Decision points: a list of them, or one <c>of</c> a list of tools: <c>tool_call of refund, pay</c>.</summary>
internal sealed record PointsSyntax(
    SeparatedSyntaxList<PathSyntax> Points,
    SyntaxToken? OfKeyword,
    SeparatedSyntaxList<PathSyntax>? Subjects) : SyntaxNode
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Points, OfKeyword, Subjects);
}
