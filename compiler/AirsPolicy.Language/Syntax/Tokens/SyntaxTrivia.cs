using AirsPolicy.Text;

namespace AirsPolicy.Language.Syntax;

/// <summary>A piece of text between tokens.</summary>
internal readonly record struct SyntaxTrivia(TriviaKind Kind, TextSpan Span);
