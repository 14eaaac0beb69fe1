namespace AirsPolicy.Language.Syntax;

/// <summary>Who or what is counted together: a path, or a path whose text is folded (<c>folded(args.order_id)</c>).</summary>
/// <param name="Path">The path; null where it is folded.</param>
/// <param name="Folded">The call that folds; null where nothing is folded.</param>
internal sealed record KeySyntax(PathSyntax? Path, CallExpressionSyntax? Folded) : SyntaxNode
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Path, Folded);
}
