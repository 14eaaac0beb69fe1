using AirsPolicy.Text;

namespace AirsPolicy.Language.Syntax;

/// <summary>A call: <c>pii.found(text)</c>.</summary>
internal sealed record CallExpressionSyntax(
    ExpressionSyntax Target,
    SyntaxToken OpenParenthesis,
    SeparatedSyntaxList<ExpressionSyntax> Arguments,
    SyntaxToken CloseParenthesis) : ExpressionSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Target, OpenParenthesis, Arguments, CloseParenthesis);

    /// <inheritdoc/>
    public override TextSpan Span => Cover(Target.Span, CloseParenthesis.Span);
}
