namespace AirsPolicy.Language.Syntax;

/// <summary>One bound of a calibration: <c>agreement at least 85%</c>.</summary>
internal sealed record CalibrationBoundSyntax(PathSyntax Path, BoundSyntax Bound) : SyntaxNode
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Path, Bound);
}
