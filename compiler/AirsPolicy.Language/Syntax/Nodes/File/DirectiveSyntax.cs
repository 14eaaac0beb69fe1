namespace AirsPolicy.Language.Syntax;

/// <summary>What a file takes from other packages.</summary>
public abstract record DirectiveSyntax : SyntaxNode;
