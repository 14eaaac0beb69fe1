using AirsPolicy.Text;

namespace AirsPolicy.Language.Syntax;

/// <summary>Two operands: <c>a.b > 3</c>, <c>x not in [y]</c>.</summary>
/// <param name="Left">The first operand.</param>
/// <param name="OperatorToken">The operator or its first word.</param>
/// <param name="SecondOperatorToken">The second word of <c>not in</c>, <c>starts with</c> and <c>ends with</c>.</param>
/// <param name="Right">The second operand.</param>
/// <param name="Operator">What the operator means.</param>
internal sealed record BinaryExpressionSyntax(
    ExpressionSyntax Left,
    SyntaxToken OperatorToken,
    SyntaxToken? SecondOperatorToken,
    ExpressionSyntax Right,
    BinaryOperator Operator) : ExpressionSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Left, OperatorToken, SecondOperatorToken, Right);

    /// <inheritdoc/>
    public override TextSpan Span => Cover(Left.Span, Right.Span);
}
