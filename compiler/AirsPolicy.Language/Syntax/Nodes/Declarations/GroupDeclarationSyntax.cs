namespace AirsPolicy.Language.Syntax;

/// <summary>Tools under one name: <c>group NAME [TEXT] { TOOL, TOOL }</c>.</summary>
internal sealed record GroupDeclarationSyntax(
    SyntaxToken Keyword,
    SyntaxToken Name,
    SyntaxToken? Title,
    SyntaxToken Open,
    SeparatedSyntaxList<PathSyntax> Tools,
    SyntaxToken Close) : DeclarationSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Keyword, Name, Title, Open, Tools, Close);
}
