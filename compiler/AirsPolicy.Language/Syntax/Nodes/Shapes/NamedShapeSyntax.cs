namespace AirsPolicy.Language.Syntax;

/// <summary>A type by its name: <c>text</c>, <c>refund_args</c>.</summary>
internal sealed record NamedShapeSyntax(PathSyntax Path) : ShapeSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Path);
}
