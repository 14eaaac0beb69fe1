namespace AirsPolicy.Language.Syntax;

/// <summary><c>append "text"</c>.</summary>
internal sealed record AppendEffectSyntax(SyntaxToken AppendKeyword, SyntaxToken Text) : EffectSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(AppendKeyword, Text);
}
