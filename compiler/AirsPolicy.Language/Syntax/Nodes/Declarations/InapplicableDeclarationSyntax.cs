namespace AirsPolicy.Language.Syntax;

/// <summary>A catalogue id that does not apply to the system until the end of a date.</summary>
internal sealed record InapplicableDeclarationSyntax(
    SyntaxToken Keyword,
    SyntaxToken Id,
    BecauseSyntax Because,
    ApprovedByMemberSyntax Approved,
    KeywordTextSyntax? Role,
    UntilSyntax Until) : DeclarationSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Keyword, Id, Because, Approved, Role, Until);
}
