namespace AirsPolicy.Language.Syntax;

/// <summary><c>replace with "text"</c>.</summary>
internal sealed record ReplaceEffectSyntax(SyntaxToken ReplaceKeyword, SyntaxToken WithKeyword, SyntaxToken Text) : EffectSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(ReplaceKeyword, WithKeyword, Text);
}
