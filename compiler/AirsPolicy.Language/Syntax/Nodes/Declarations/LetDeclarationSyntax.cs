namespace AirsPolicy.Language.Syntax;

/// <summary>A named expression of the package.</summary>
internal sealed record LetDeclarationSyntax(
    SyntaxToken Keyword,
    SyntaxToken Name,
    ParametersSyntax? Parameters,
    SyntaxToken Equal,
    ExpressionSyntax Value) : DeclarationSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Keyword, Name, Parameters, Equal, Value);
}
