namespace AirsPolicy.Language.Syntax;

/// <summary>Steps after one another: <c>a -> b</c>.</summary>
public sealed record SequenceSyntax(SeparatedSyntaxList<StepSyntax> Steps) : SyntaxNode
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Steps);
}
