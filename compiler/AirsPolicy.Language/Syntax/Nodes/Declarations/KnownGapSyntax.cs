namespace AirsPolicy.Language.Syntax;

/// <summary>Marks a test that is known to fail: <c>known gap</c>.</summary>
internal sealed record KnownGapSyntax(SyntaxToken KnownKeyword, SyntaxToken GapKeyword) : SyntaxNode
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(KnownKeyword, GapKeyword);
}
