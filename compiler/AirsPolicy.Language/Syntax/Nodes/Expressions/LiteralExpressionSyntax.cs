using AirsPolicy.Text;

namespace AirsPolicy.Language.Syntax;

/// <summary>A number, date, text, pattern, <c>true</c> or <c>false</c>.</summary>
internal sealed record LiteralExpressionSyntax(SyntaxToken Token) : ExpressionSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Token);

    /// <inheritdoc/>
    public override TextSpan Span => Token.Span;
}
