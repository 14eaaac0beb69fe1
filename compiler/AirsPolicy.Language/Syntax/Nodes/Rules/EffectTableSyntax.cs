using AirsPolicy.Text;

namespace AirsPolicy.Language.Syntax;

/// <summary>An effect looked up by rank or symbol: <c>by tier { low flag, high block }</c>.</summary>
internal sealed record EffectTableSyntax(
    SyntaxToken ByKeyword,
    PathSyntax Path,
    SyntaxToken OpenBrace,
    SeparatedSyntaxList<EffectEntrySyntax> Entries,
    SyntaxToken CloseBrace) : EffectSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(ByKeyword, Path, OpenBrace, Entries, CloseBrace);

    /// <inheritdoc/>
    public override TextSpan Span => Cover(ByKeyword.Span, CloseBrace.Span);
}
