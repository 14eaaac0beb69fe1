namespace AirsPolicy.Language.Syntax;

/// <summary>Stands where an effect should; there is a diagnostic for it.</summary>
internal sealed record MissingEffectSyntax(SyntaxToken Token) : EffectSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Token);
}
