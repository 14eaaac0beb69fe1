using AirsPolicy.Text;

namespace AirsPolicy.Language.Syntax;

/// <summary>Stands where an expression should; there is a diagnostic for it.</summary>
internal sealed record MissingExpressionSyntax(SyntaxToken Token) : ExpressionSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Token);

    /// <inheritdoc/>
    public override TextSpan Span => Token.Span;
}
