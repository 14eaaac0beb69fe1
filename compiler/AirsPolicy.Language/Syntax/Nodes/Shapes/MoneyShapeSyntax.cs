namespace AirsPolicy.Language.Syntax;

/// <summary>Money of one currency: <c>money GBP</c>.</summary>
internal sealed record MoneyShapeSyntax(SyntaxToken MoneyKeyword, SyntaxToken Currency) : ShapeSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(MoneyKeyword, Currency);
}
