namespace AirsPolicy.Language.Syntax;

/// <summary><c>hold for QUEUE [within T] [otherwise halt]</c>.</summary>
internal sealed record HoldEffectSyntax(
    SyntaxToken HoldKeyword,
    SyntaxToken ForKeyword,
    PathSyntax Queue,
    WithinSyntax? Within,
    KeywordNameSyntax? Otherwise) : EffectSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(HoldKeyword, ForKeyword, Queue, Within, Otherwise);
}
