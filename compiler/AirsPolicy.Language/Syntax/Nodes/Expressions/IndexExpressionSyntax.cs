using AirsPolicy.Text;

namespace AirsPolicy.Language.Syntax;

/// <summary>A member by its name on the wire: <c>args["order-id"]</c>.</summary>
internal sealed record IndexExpressionSyntax(
    ExpressionSyntax Target,
    SyntaxToken OpenBracket,
    SyntaxToken Text,
    SyntaxToken CloseBracket) : ExpressionSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Target, OpenBracket, Text, CloseBracket);

    /// <inheritdoc/>
    public override TextSpan Span => Cover(Target.Span, CloseBracket.Span);
}
