namespace AirsPolicy.Language.Syntax;

/// <summary><c>degrade [LAYER] to STATE</c>.</summary>
internal sealed record DegradeEffectSyntax(
    SyntaxToken DegradeKeyword,
    SyntaxToken? Layer,
    SyntaxToken ToKeyword,
    SyntaxToken State) : EffectSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(DegradeKeyword, Layer, ToKeyword, State);
}
