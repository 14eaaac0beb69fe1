namespace AirsPolicy.Language.Syntax;

/// <summary>The version of a package: <c>version "1.4.0"</c>.</summary>
internal sealed record VersionSyntax(SyntaxToken VersionKeyword, SyntaxToken Text) : SyntaxNode
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(VersionKeyword, Text);
}
