namespace AirsPolicy.Language.Syntax;

/// <summary><c>drop s in LIST where E</c>.</summary>
internal sealed record DropEffectSyntax(
    SyntaxToken DropKeyword,
    SyntaxToken Variable,
    SyntaxToken InKeyword,
    PathSyntax List,
    WhereSyntax Where) : EffectSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(DropKeyword, Variable, InKeyword, List, Where);
}
