namespace AirsPolicy.Language.Syntax;

/// <summary>Something with a value.</summary>
public abstract record ExpressionSyntax : SyntaxNode;
