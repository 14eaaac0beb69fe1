namespace AirsPolicy.Language.Syntax;

/// <summary>A declaration at the top of a file.</summary>
public abstract record DeclarationSyntax : SyntaxNode
{
    /// <summary>The word that opens the declaration, with the documentation above it.</summary>
    public abstract SyntaxToken Keyword { get; init; }
}
