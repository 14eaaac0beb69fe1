namespace AirsPolicy.Language.Syntax;

/// <summary><c>notify "target"</c> or <c>require "duty"</c>.</summary>
internal sealed record HostEffectSyntax(SyntaxToken Keyword, SyntaxToken Text) : EffectSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Keyword, Text);
}
