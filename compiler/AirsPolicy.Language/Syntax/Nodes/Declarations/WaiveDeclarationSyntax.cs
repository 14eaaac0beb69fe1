namespace AirsPolicy.Language.Syntax;

/// <summary>A control or catalogue id that is not enforced until the end of a date.</summary>
internal sealed record WaiveDeclarationSyntax(
    SyntaxToken Keyword,
    PathSyntax Subject,
    BecauseSyntax Because,
    ApprovedByMemberSyntax Approved,
    KeywordTextSyntax? Role,
    UntilSyntax Until,
    KeywordPathsSyntax? With) : DeclarationSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Keyword, Subject, Because, Approved, Role, Until, With);
}
