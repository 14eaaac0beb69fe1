namespace AirsPolicy.Language.Syntax;

/// <summary>A member of a declaration, a rule or a step of a test.</summary>
internal abstract record MemberSyntax : SyntaxNode;
