using AirsPolicy.Text;

namespace AirsPolicy.Language.Syntax;

/// <summary>Whether an optional is present: <c>has customer</c>.</summary>
internal sealed record HasExpressionSyntax(SyntaxToken HasKeyword, ExpressionSyntax Operand) : ExpressionSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(HasKeyword, Operand);

    /// <inheritdoc/>
    public override TextSpan Span => Cover(HasKeyword.Span, Operand.Span);
}
