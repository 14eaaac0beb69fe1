namespace AirsPolicy.Language.Syntax;

/// <summary><c>limit [NAME ["message"]] VALUE [of E] per KEYS [within T] [at POINTS] {at N then EFFECTS}</c>.</summary>
internal sealed record LimitMemberSyntax(
    SyntaxToken LimitKeyword,
    SyntaxToken? Name,
    SyntaxToken? Message,
    ExpressionSyntax Value,
    LimitOfSyntax? Of,
    TailSyntax Tail,
    AtMemberSyntax? At,
    SyntaxList<LimitStepSyntax> Steps) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(LimitKeyword, Name, Message, Value, Of, Tail, At, Steps);
}
