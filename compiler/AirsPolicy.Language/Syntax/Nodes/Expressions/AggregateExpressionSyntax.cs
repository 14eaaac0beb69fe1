namespace AirsPolicy.Language.Syntax;

/// <summary>
/// Over events: <c>earlier …</c>, <c>count of …</c>, <c>sum of E over …</c>, and likewise <c>distinct</c>, <c>mean</c> and
/// <c>deviation</c>.
/// </summary>
internal sealed record AggregateExpressionSyntax(
    SyntaxToken Keyword,
    SyntaxToken? OfKeyword,
    ExpressionSyntax? Selected,
    SyntaxToken? OverKeyword,
    SyntaxToken? RefusedKeyword,
    SyntaxToken Event,
    SyntaxToken? Variable,
    WhereSyntax? Where,
    TailSyntax Tail) : ExpressionSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children =>
        Slots(Keyword, OfKeyword, Selected, OverKeyword, RefusedKeyword, Event, Variable, Where, Tail);
}
