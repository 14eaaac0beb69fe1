namespace AirsPolicy.Language.Syntax;

/// <summary>Who answers for it: <c>owner "…"</c>.</summary>
internal sealed record OwnerMemberSyntax(SyntaxToken OwnerKeyword, SyntaxToken Text) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(OwnerKeyword, Text);
}

/// <summary>Who approved it: <c>approved by "…"</c>.</summary>
internal sealed record ApprovedByMemberSyntax(SyntaxToken ApprovedKeyword, SyntaxToken ByKeyword, SyntaxToken Text) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(ApprovedKeyword, ByKeyword, Text);
}

/// <summary>From when it is in force: <c>effective DATE</c>.</summary>
internal sealed record EffectiveMemberSyntax(SyntaxToken EffectiveKeyword, SyntaxToken Date) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(EffectiveKeyword, Date);
}

/// <summary>When it is to be reviewed: <c>review DATE</c>.</summary>
internal sealed record ReviewMemberSyntax(SyntaxToken ReviewKeyword, SyntaxToken Date) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(ReviewKeyword, Date);
}

/// <summary>How severe a finding is: <c>severity high</c>.</summary>
internal sealed record SeverityMemberSyntax(SyntaxToken SeverityKeyword, SyntaxToken Name) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(SeverityKeyword, Name);
}

/// <summary>The catalogue controls it satisfies: <c>satisfies GR-IN-01</c>.</summary>
internal sealed record SatisfiesMemberSyntax(SyntaxToken SatisfiesKeyword, SeparatedSyntaxList<SyntaxToken> Ids) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(SatisfiesKeyword, Ids);
}

/// <summary>The threats it mitigates: <c>mitigates LLM01</c>.</summary>
internal sealed record MitigatesMemberSyntax(SyntaxToken MitigatesKeyword, SeparatedSyntaxList<SyntaxToken> Ids) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(MitigatesKeyword, Ids);
}
