namespace AirsPolicy.Language.Syntax;

/// <summary><c>match ITEMS [weighs SHARE]</c>.</summary>
internal sealed record MatchMemberSyntax(
    SyntaxToken MatchKeyword,
    SeparatedSyntaxList<DetectorItemSyntax> Items,
    KeywordValueSyntax? Weighs) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(MatchKeyword, Items, Weighs);
}

/// <summary>What is no match: <c>except ITEMS</c>.</summary>
internal sealed record ExceptMemberSyntax(SyntaxToken ExceptKeyword, SeparatedSyntaxList<DetectorItemSyntax> Items) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(ExceptKeyword, Items);
}

/// <summary>From which score on it counts as found: <c>found at 60%</c>.</summary>
internal sealed record FoundAtMemberSyntax(SyntaxToken FoundKeyword, SyntaxToken AtKeyword, SyntaxToken Number) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(FoundKeyword, AtKeyword, Number);
}
