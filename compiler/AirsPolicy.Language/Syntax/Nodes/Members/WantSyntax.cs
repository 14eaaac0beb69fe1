namespace AirsPolicy.Language.Syntax;

/// <summary>What a test expects.</summary>
internal abstract record WantSyntax : SyntaxNode;
