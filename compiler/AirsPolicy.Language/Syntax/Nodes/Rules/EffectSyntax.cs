namespace AirsPolicy.Language.Syntax;

/// <summary>What a rule adds to the decision.</summary>
internal abstract record EffectSyntax : SyntaxNode;
