namespace AirsPolicy.Language.Syntax;

/// <summary>What happens at a share of a limit: <c>at 50% then EFFECTS</c>.</summary>
internal sealed record LimitStepSyntax(
    SyntaxToken AtKeyword,
    SyntaxToken Number,
    SyntaxToken ThenKeyword,
    SeparatedSyntaxList<EffectSyntax> Effects) : SyntaxNode
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(AtKeyword, Number, ThenKeyword, Effects);
}
