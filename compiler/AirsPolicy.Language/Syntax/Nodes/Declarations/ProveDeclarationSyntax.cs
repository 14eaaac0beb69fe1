namespace AirsPolicy.Language.Syntax;

/// <summary>A property that holds for all facts.</summary>
internal sealed record ProveDeclarationSyntax(
    SyntaxToken Keyword,
    SyntaxToken Text,
    SyntaxToken? AssumeKeyword,
    SyntaxToken OpenBrace,
    AtMemberSyntax At,
    ProveConditionSyntax? Condition,
    SyntaxToken ThenKeyword,
    SyntaxToken AtKeyword,
    SyntaxToken LeastKeyword,
    SyntaxToken Outcome,
    SyntaxToken CloseBrace) : DeclarationSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children =>
        Slots(Keyword, Text, AssumeKeyword, OpenBrace, At, Condition, ThenKeyword, AtKeyword, LeastKeyword, Outcome, CloseBrace);
}
