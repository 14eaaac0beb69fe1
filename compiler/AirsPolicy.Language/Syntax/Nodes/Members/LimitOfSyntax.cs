namespace AirsPolicy.Language.Syntax;

/// <summary>What a limit sums: <c>of args.amount</c>.</summary>
internal sealed record LimitOfSyntax(SyntaxToken OfKeyword, ExpressionSyntax Value) : SyntaxNode
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(OfKeyword, Value);
}
