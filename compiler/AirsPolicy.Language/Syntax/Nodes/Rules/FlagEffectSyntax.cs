namespace AirsPolicy.Language.Syntax;

/// <summary><c>flag ["why"]</c>.</summary>
internal sealed record FlagEffectSyntax(SyntaxToken FlagKeyword, SyntaxToken? Reason) : EffectSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(FlagKeyword, Reason);
}
