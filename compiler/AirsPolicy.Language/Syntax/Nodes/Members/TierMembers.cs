namespace AirsPolicy.Language.Syntax;

/// <summary><c>requires GR-IN-01, JG-01</c>.</summary>
internal sealed record RequiresIdsMemberSyntax(SyntaxToken RequiresKeyword, SeparatedSyntaxList<SyntaxToken> Ids) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(RequiresKeyword, Ids);
}

/// <summary><c>requires queue.sla at most 4h</c>.</summary>
internal sealed record RequiresBoundMemberSyntax(SyntaxToken RequiresKeyword, PathSyntax Path, BoundSyntax Bound) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(RequiresKeyword, Path, Bound);
}

/// <summary><c>requires waiver.approver "risk owner", "board"</c>: one of these.</summary>
internal sealed record RequiresTextsMemberSyntax(SyntaxToken RequiresKeyword, PathSyntax Path, SeparatedSyntaxList<SyntaxToken> Texts)
    : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(RequiresKeyword, Path, Texts);
}
