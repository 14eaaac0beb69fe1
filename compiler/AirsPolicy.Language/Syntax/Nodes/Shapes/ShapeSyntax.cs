namespace AirsPolicy.Language.Syntax;

/// <summary>A type as it is written.</summary>
internal abstract record ShapeSyntax : SyntaxNode;
