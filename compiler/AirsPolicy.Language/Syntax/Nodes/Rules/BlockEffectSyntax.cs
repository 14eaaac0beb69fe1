namespace AirsPolicy.Language.Syntax;

/// <summary><c>block ["message"]</c>.</summary>
internal sealed record BlockEffectSyntax(SyntaxToken BlockKeyword, SyntaxToken? Message) : EffectSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(BlockKeyword, Message);
}
