using AirsPolicy.Text;

namespace AirsPolicy.Language.Syntax;

/// <summary>A name that stands alone.</summary>
internal sealed record NameExpressionSyntax(SyntaxToken Name) : ExpressionSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Name);

    /// <inheritdoc/>
    public override TextSpan Span => Name.Span;
}
