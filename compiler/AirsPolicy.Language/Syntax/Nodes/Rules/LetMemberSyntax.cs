namespace AirsPolicy.Language.Syntax;

/// <summary>A named expression inside a declaration: <c>let risk = injection.score(text)</c>.</summary>
internal sealed record LetMemberSyntax(
    SyntaxToken LetKeyword,
    SyntaxToken Name,
    ParametersSyntax? Parameters,
    SyntaxToken Equal,
    ExpressionSyntax Value) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(LetKeyword, Name, Parameters, Equal, Value);
}
