namespace AirsPolicy.Language.Syntax;

/// <summary>Something a detector looks for.</summary>
internal abstract record DetectorItemSyntax : SyntaxNode;
