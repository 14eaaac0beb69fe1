namespace AirsPolicy.Language.Syntax;

/// <summary>Something a detector looks for.</summary>
public abstract record DetectorItemSyntax : SyntaxNode;
