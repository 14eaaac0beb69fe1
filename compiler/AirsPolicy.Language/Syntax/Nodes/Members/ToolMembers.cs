namespace AirsPolicy.Language.Syntax;

/// <summary><c>args SHAPE [open]</c> or <c>result SHAPE [open]</c>.</summary>
internal sealed record ShapeMemberSyntax(SyntaxToken Keyword, ShapeSyntax Shape, SyntaxToken? OpenKeyword) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Keyword, Shape, OpenKeyword);
}

/// <summary>What happens to work in flight: <c>on stop undo by TOOL</c>.</summary>
internal sealed record OnStopMemberSyntax(
    SyntaxToken OnKeyword,
    SyntaxToken StopKeyword,
    SyntaxToken Name,
    ByPathSyntax? By) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(OnKeyword, StopKeyword, Name, By);
}
