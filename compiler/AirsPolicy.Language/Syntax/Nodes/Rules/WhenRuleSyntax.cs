namespace AirsPolicy.Language.Syntax;

/// <summary><c>when E then EFFECTS</c>.</summary>
internal sealed record WhenRuleSyntax(
    SyntaxToken WhenKeyword,
    ExpressionSyntax Condition,
    SyntaxToken ThenKeyword,
    SeparatedSyntaxList<EffectSyntax> Effects) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(WhenKeyword, Condition, ThenKeyword, Effects);
}
