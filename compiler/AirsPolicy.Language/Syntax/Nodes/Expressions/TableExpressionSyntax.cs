using AirsPolicy.Text;

namespace AirsPolicy.Language.Syntax;

/// <summary>A value looked up by rank or symbol: <c>by tier { low 3y, high 7y }</c>.</summary>
internal sealed record TableExpressionSyntax(
    SyntaxToken ByKeyword,
    PathSyntax Path,
    SyntaxToken OpenBrace,
    SeparatedSyntaxList<TableEntrySyntax> Entries,
    SyntaxToken CloseBrace) : ExpressionSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(ByKeyword, Path, OpenBrace, Entries, CloseBrace);

    /// <inheritdoc/>
    public override TextSpan Span => Cover(ByKeyword.Span, CloseBrace.Span);
}
