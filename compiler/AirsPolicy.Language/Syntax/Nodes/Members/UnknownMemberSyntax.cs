namespace AirsPolicy.Language.Syntax;

/// <summary>A token that begins no member; there is a diagnostic for it.</summary>
internal sealed record UnknownMemberSyntax(SyntaxToken Token) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Token);
}
