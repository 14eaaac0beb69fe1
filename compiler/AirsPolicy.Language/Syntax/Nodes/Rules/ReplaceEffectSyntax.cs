namespace AirsPolicy.Language.Syntax;

/// <summary><c>replace with "text"</c>.</summary>
public sealed record ReplaceEffectSyntax(SyntaxToken ReplaceKeyword, SyntaxToken WithKeyword, SyntaxToken Text) : EffectSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(ReplaceKeyword, WithKeyword, Text);
}
