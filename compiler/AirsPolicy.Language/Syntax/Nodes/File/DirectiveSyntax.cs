namespace AirsPolicy.Language.Syntax;

/// <summary>What a file takes from other packages.</summary>
internal abstract record DirectiveSyntax : SyntaxNode;
