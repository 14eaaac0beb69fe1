using AirsPolicy.Text;

namespace AirsPolicy.Language.Syntax;

/// <summary>A member by its name: <c>args.amount</c>.</summary>
internal sealed record MemberExpressionSyntax(ExpressionSyntax Target, SyntaxToken Dot, SyntaxToken Name) : ExpressionSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Target, Dot, Name);

    /// <inheritdoc/>
    public override TextSpan Span => Cover(Target.Span, Name.Span);
}
