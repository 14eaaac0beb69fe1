namespace AirsPolicy.Language.Syntax;

/// <summary><c>always EFFECTS</c>.</summary>
internal sealed record AlwaysRuleSyntax(SyntaxToken AlwaysKeyword, SeparatedSyntaxList<EffectSyntax> Effects) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(AlwaysKeyword, Effects);
}
