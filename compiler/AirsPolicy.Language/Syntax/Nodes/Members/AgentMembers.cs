namespace AirsPolicy.Language.Syntax;

/// <summary>In which order things happen: <c>follows a -> (b | c)+</c>.</summary>
internal sealed record FollowsMemberSyntax(SyntaxToken FollowsKeyword, SequenceSyntax Sequence) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(FollowsKeyword, Sequence);
}

/// <summary><c>delegates to PATHS [depth N]</c>.</summary>
internal sealed record DelegatesMemberSyntax(
    SyntaxToken DelegatesKeyword,
    SyntaxToken ToKeyword,
    SeparatedSyntaxList<PathSyntax> Paths,
    KeywordValueSyntax? Depth) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(DelegatesKeyword, ToKeyword, Paths, Depth);
}

/// <summary><c>goal NAME TEXT [where E]</c>.</summary>
internal sealed record GoalMemberSyntax(
    SyntaxToken GoalKeyword,
    SyntaxToken Name,
    SyntaxToken Text,
    WhereSyntax? Where) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(GoalKeyword, Name, Text, Where);
}
