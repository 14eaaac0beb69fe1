namespace AirsPolicy.Language.Syntax;

/// <summary>What reads the members that begin with a keyword.</summary>
internal sealed record MemberReader(Keyword Keyword, Func<Parser, MemberSyntax> Read);
