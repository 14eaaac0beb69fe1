namespace AirsPolicy.Language.Syntax;

/// <summary>What a test expects.</summary>
public abstract record WantSyntax : SyntaxNode;
