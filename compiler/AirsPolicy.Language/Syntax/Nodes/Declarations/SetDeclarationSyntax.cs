namespace AirsPolicy.Language.Syntax;

/// <summary>Sets a parameter of another package: <c>set PATH = VALUE</c>.</summary>
internal sealed record SetDeclarationSyntax(
    SyntaxToken Keyword,
    PathSyntax Path,
    SyntaxToken Equal,
    ExpressionSyntax Value) : DeclarationSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Keyword, Path, Equal, Value);
}
