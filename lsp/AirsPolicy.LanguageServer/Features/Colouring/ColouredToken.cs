using AirsPolicy.Text;

namespace AirsPolicy.LanguageServer.Features.Colouring;

/// <summary>A token with its colour.</summary>
/// <param name="Span">Where it stands, on one line.</param>
/// <param name="Type">What it is.</param>
/// <param name="Modifiers">What else it is.</param>
internal readonly record struct ColouredToken(TextSpan Span, TokenType Type, TokenModifiers Modifiers);
