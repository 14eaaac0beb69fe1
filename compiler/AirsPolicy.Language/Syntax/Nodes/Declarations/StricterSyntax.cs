namespace AirsPolicy.Language.Syntax;

/// <summary>In which direction a parameter is stricter: <c>, lower is stricter</c>.</summary>
internal sealed record StricterSyntax(
    SyntaxToken Comma,
    SyntaxToken DirectionKeyword,
    SyntaxToken IsKeyword,
    SyntaxToken StricterKeyword) : SyntaxNode
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Comma, DirectionKeyword, IsKeyword, StricterKeyword);

    /// <summary>Whether lower is stricter; else higher is.</summary>
    public bool IsLower => DirectionKeyword.Keyword == Keyword.Lower;
}
