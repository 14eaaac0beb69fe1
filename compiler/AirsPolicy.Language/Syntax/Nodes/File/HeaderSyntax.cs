namespace AirsPolicy.Language.Syntax;

/// <summary>What package the file belongs to. In a file without header all its tokens are missing.</summary>
internal sealed record HeaderSyntax(SyntaxToken Keyword, PathSyntax Path, VersionSyntax? Version) : SyntaxNode
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Keyword, Path, Version);

    /// <summary>Whether the package is a deployable policy, not a library.</summary>
    public bool IsPolicy => Keyword.Keyword == Syntax.Keyword.Policy;
}
