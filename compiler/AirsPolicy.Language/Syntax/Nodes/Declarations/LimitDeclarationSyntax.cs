namespace AirsPolicy.Language.Syntax;

/// <summary>A limit that stands by itself.</summary>
internal sealed record LimitDeclarationSyntax(LimitMemberSyntax Limit) : DeclarationSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Limit);

    /// <inheritdoc/>
    public override SyntaxToken Keyword { get => Limit.LimitKeyword; init { } }
}
