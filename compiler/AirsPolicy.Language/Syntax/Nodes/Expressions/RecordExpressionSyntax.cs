using AirsPolicy.Text;

namespace AirsPolicy.Language.Syntax;

/// <summary><c>{ a: 1 }</c>.</summary>
internal sealed record RecordExpressionSyntax(
    SyntaxToken OpenBrace,
    SeparatedSyntaxList<RecordFieldSyntax> Fields,
    SyntaxToken CloseBrace) : ExpressionSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(OpenBrace, Fields, CloseBrace);

    /// <inheritdoc/>
    public override TextSpan Span => Cover(OpenBrace.Span, CloseBrace.Span);
}
