namespace AirsPolicy.Language.Syntax;

/// <summary><c>retain NAME VALUE [to VALUE]</c>.</summary>
internal sealed record RetainMemberSyntax(
    SyntaxToken RetainKeyword,
    SyntaxToken Name,
    ExpressionSyntax Value,
    KeywordValueSyntax? To) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(RetainKeyword, Name, Value, To);
}
