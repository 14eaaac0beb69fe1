namespace AirsPolicy.Language.Syntax;

/// <summary>What may be absent: <c>text?</c>.</summary>
internal sealed record OptionalShapeSyntax(ShapeSyntax Shape, SyntaxToken QuestionMark) : ShapeSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Shape, QuestionMark);
}
