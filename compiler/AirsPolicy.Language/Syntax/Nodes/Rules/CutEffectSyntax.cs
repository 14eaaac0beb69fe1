namespace AirsPolicy.Language.Syntax;

/// <summary><c>cut to N</c>.</summary>
internal sealed record CutEffectSyntax(SyntaxToken CutKeyword, SyntaxToken ToKeyword, ExpressionSyntax Length) : EffectSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(CutKeyword, ToKeyword, Length);
}
