namespace AirsPolicy.Language.Syntax;

/// <summary>How soon people decide: <c>sla 2h</c>.</summary>
internal sealed record SlaMemberSyntax(SyntaxToken SlaKeyword, ExpressionSyntax Value) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(SlaKeyword, Value);
}
