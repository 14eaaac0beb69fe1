namespace AirsPolicy.Language.Syntax;

/// <summary>The fields of a scheme's profile.</summary>
internal sealed record ProfileShapeMemberSyntax(SyntaxToken ProfileKeyword, ShapeSyntax Shape) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(ProfileKeyword, Shape);
}

/// <summary>The tiers by score: <c>ladder low 2, medium 6, high</c>.</summary>
internal sealed record LadderMemberSyntax(SyntaxToken LadderKeyword, SeparatedSyntaxList<LadderStepSyntax> Steps) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(LadderKeyword, Steps);
}

/// <summary>Adds to the score: <c>score -2 where E because TEXT</c>.</summary>
internal sealed record ScoreMemberSyntax(
    SyntaxToken ScoreKeyword,
    SyntaxToken? Minus,
    SyntaxToken Number,
    WhereSyntax Where,
    BecauseSyntax Because) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(ScoreKeyword, Minus, Number, Where, Because);
}

/// <summary>Raises the tier: <c>raise 1 where E because TEXT</c>.</summary>
internal sealed record RaiseMemberSyntax(
    SyntaxToken RaiseKeyword,
    SyntaxToken Number,
    WhereSyntax Where,
    BecauseSyntax Because) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(RaiseKeyword, Number, Where, Because);
}

/// <summary>The least tier: <c>at least high where E because TEXT</c>.</summary>
internal sealed record AtLeastMemberSyntax(
    SyntaxToken AtKeyword,
    SyntaxToken LeastKeyword,
    SyntaxToken Tier,
    WhereSyntax Where,
    BecauseSyntax Because) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(AtKeyword, LeastKeyword, Tier, Where, Because);
}

/// <summary>The tier whatever the score: <c>only fast_lane where E because TEXT</c>.</summary>
internal sealed record OnlyMemberSyntax(
    SyntaxToken OnlyKeyword,
    SyntaxToken Tier,
    WhereSyntax Where,
    BecauseSyntax Because) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(OnlyKeyword, Tier, Where, Because);
}
