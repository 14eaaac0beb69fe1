namespace AirsPolicy.Language.Syntax;

/// <summary>Something with a value.</summary>
internal abstract record ExpressionSyntax : SyntaxNode;
