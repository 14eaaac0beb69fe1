namespace AirsPolicy.Language.Syntax;

/// <summary>Who is counted together, over how long: <c>per PATHS [within VALUE]</c>.</summary>
internal sealed record TailSyntax(SyntaxToken PerKeyword, SeparatedSyntaxList<KeySyntax> Keys, WithinSyntax? Within) : SyntaxNode
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(PerKeyword, Keys, Within);
}
