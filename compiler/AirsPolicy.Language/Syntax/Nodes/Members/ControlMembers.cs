namespace AirsPolicy.Language.Syntax;

/// <summary>Evaluated and recorded, not enforced: <c>mode detect [until DATE]</c>.</summary>
internal sealed record DetectModeMemberSyntax(SyntaxToken ModeKeyword, SyntaxToken DetectKeyword, UntilSyntax? Until) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(ModeKeyword, DetectKeyword, Until);
}

/// <summary><c>never waived</c>.</summary>
internal sealed record NeverWaivedMemberSyntax(SyntaxToken NeverKeyword, SyntaxToken WaivedKeyword) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(NeverKeyword, WaivedKeyword);
}
