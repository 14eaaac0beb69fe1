using AirsPolicy.Text;

namespace AirsPolicy.Language.Syntax;

/// <summary><c>not E</c> or <c>-E</c>.</summary>
internal sealed record UnaryExpressionSyntax(SyntaxToken Operator, ExpressionSyntax Operand) : ExpressionSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Operator, Operand);

    /// <inheritdoc/>
    public override TextSpan Span => Cover(Operator.Span, Operand.Span);

    /// <summary>Whether it is <c>not</c>; else it is a minus.</summary>
    public bool IsNot => Operator.Kind != TokenKind.Minus;
}
