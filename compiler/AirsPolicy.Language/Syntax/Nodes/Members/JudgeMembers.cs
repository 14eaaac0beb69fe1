namespace AirsPolicy.Language.Syntax;

/// <summary>The shape of the answer: <c>returns SHAPE</c>.</summary>
internal sealed record ReturnsMemberSyntax(SyntaxToken ReturnsKeyword, ShapeSyntax Shape) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(ReturnsKeyword, Shape);
}

/// <summary><c>precedents TEXT [most N]</c>.</summary>
internal sealed record PrecedentsMemberSyntax(
    SyntaxToken PrecedentsKeyword,
    SyntaxToken Text,
    KeywordValueSyntax? Most) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(PrecedentsKeyword, Text, Most);
}

/// <summary><c>calibrate "golden.jsonl" { agreement at least 85% }</c>; the other side is a file or a judge.</summary>
internal sealed record CalibrateMemberSyntax(
    SyntaxToken CalibrateKeyword,
    SyntaxToken? File,
    PathSyntax? Judge,
    SyntaxToken OpenBrace,
    SyntaxList<CalibrationBoundSyntax> Bounds,
    SyntaxToken CloseBrace) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(CalibrateKeyword, File, Judge, OpenBrace, Bounds, CloseBrace);
}
