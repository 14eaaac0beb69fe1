namespace AirsPolicy.Language.Syntax;

/// <summary>Symbols: <c>one of [a, b]</c>, or in rising order <c>rising [a, b]</c>.</summary>
internal sealed record EnumShapeSyntax(SyntaxToken Keyword, SyntaxToken? OfKeyword, ListExpressionSyntax Symbols) : ShapeSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Keyword, OfKeyword, Symbols);

    /// <summary>Whether the symbols can be compared by rank.</summary>
    public bool IsRising => Keyword.Keyword == Syntax.Keyword.Rising;
}
