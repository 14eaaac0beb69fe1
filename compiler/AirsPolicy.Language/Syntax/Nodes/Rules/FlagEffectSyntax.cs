namespace AirsPolicy.Language.Syntax;

/// <summary><c>flag ["why"]</c>.</summary>
public sealed record FlagEffectSyntax(SyntaxToken FlagKeyword, SyntaxToken? Reason) : EffectSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(FlagKeyword, Reason);
}
