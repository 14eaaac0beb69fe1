namespace AirsPolicy.Language.Syntax;

/// <summary>One line of a table of effects: <c>high block</c>.</summary>
internal sealed record EffectEntrySyntax(SyntaxToken Name, EffectSyntax Effect) : SyntaxNode
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Name, Effect);
}
