namespace AirsPolicy.Language.Syntax;

/// <summary>Steps after one another: <c>a -> b</c>.</summary>
internal sealed record SequenceSyntax(SeparatedSyntaxList<StepSyntax> Steps) : SyntaxNode
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Steps);
}
