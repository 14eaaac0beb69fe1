namespace AirsPolicy.Language.Syntax;

/// <summary>A type as it is written.</summary>
public abstract record ShapeSyntax : SyntaxNode;
