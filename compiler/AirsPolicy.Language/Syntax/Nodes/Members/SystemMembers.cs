namespace AirsPolicy.Language.Syntax;

/// <summary>The tier a system stands in: <c>tier airs.high [because TEXT]</c>.</summary>
internal sealed record SystemTierMemberSyntax(SyntaxToken TierKeyword, PathSyntax Tier, BecauseSyntax? Because) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(TierKeyword, Tier, Because);
}

/// <summary>The profile of a system: <c>profile { users: 10 }</c>.</summary>
internal sealed record ProfileRecordMemberSyntax(SyntaxToken ProfileKeyword, ExpressionSyntax Record) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(ProfileKeyword, Record);
}
