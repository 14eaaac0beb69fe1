namespace AirsPolicy.Language.Syntax;

/// <summary><c>ask JUDGE</c>, <c>queue QUEUE</c>, <c>escalate QUEUE</c> or <c>label LABEL</c>.</summary>
internal sealed record ReferenceEffectSyntax(SyntaxToken Keyword, PathSyntax Path) : EffectSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Keyword, Path);
}
