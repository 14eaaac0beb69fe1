using AirsPolicy.Text;

namespace AirsPolicy.Language.Syntax;

/// <summary>A dotted name: <c>pii.card</c>.</summary>
internal sealed record PathSyntax(SeparatedSyntaxList<SyntaxToken> Parts) : SyntaxNode
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Parts);

    /// <inheritdoc/>
    public override TextSpan Span => Cover(Parts[0].Span, Parts[^1].Span);

    /// <summary>The parts joined by dots, without trivia: "pii.card".</summary>
    public string Text => Parts.Count == 1 ? Parts[0].Text : string.Join('.', Parts.Select(part => part.Text));
}
