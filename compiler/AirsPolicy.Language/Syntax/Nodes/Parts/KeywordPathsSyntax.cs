namespace AirsPolicy.Language.Syntax;

/// <summary>A keyword with paths that completes a clause: <c>in PATH</c>, <c>except PATH</c>, <c>with PATHS</c>.</summary>
internal sealed record KeywordPathsSyntax(SyntaxToken Keyword, SeparatedSyntaxList<PathSyntax> Paths) : SyntaxNode
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Keyword, Paths);
}
