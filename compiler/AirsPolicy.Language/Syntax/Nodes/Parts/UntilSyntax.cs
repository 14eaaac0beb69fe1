namespace AirsPolicy.Language.Syntax;

/// <summary>The last day of something: <c>until DATE</c>.</summary>
internal sealed record UntilSyntax(SyntaxToken UntilKeyword, SyntaxToken Date) : SyntaxNode
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(UntilKeyword, Date);
}
