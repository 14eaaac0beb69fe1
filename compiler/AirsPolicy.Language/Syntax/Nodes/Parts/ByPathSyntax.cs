namespace AirsPolicy.Language.Syntax;

/// <summary>By which declared thing: <c>by PATH</c>.</summary>
internal sealed record ByPathSyntax(SyntaxToken ByKeyword, PathSyntax Path) : SyntaxNode
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(ByKeyword, Path);
}
