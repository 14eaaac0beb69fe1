namespace AirsPolicy.Language.Syntax;

/// <summary>A whole file: <c>("policy" | "library") path ["version" TEXT] {directive} {declaration}</c>.</summary>
internal sealed record FileSyntax(
    HeaderSyntax Header,
    SyntaxList<DirectiveSyntax> Directives,
    SyntaxList<DeclarationSyntax> Declarations,
    SyntaxToken EndOfFile) : SyntaxNode
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Header, Directives, Declarations, EndOfFile);
}
