namespace AirsPolicy.Language.Syntax;

/// <summary><c>redact DETECTOR [in PATH] [except PATH] [as METHOD]</c>.</summary>
internal sealed record RedactEffectSyntax(
    SyntaxToken RedactKeyword,
    PathSyntax Detector,
    KeywordPathsSyntax? In,
    KeywordPathsSyntax? Except,
    KeywordNameSyntax? As) : EffectSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(RedactKeyword, Detector, In, Except, As);
}
