namespace AirsPolicy.Language.Syntax;

/// <summary>One tier of a ladder with the highest score that is still in it; the last has none.</summary>
internal sealed record LadderStepSyntax(SyntaxToken Name, SyntaxToken? Number) : SyntaxNode
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Name, Number);
}
