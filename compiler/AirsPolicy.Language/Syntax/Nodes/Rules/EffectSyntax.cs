namespace AirsPolicy.Language.Syntax;

/// <summary>What a rule adds to the decision.</summary>
public abstract record EffectSyntax : SyntaxNode;
