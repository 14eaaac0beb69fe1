using AirsPolicy.Language.Syntax;

namespace AirsPolicy.Language.Semantics.Declarations;

/// <summary>Reads the values of literal tokens.</summary>
internal static class Literals
{
    /// <summary>The value of a text, or null where it is missing.</summary>
    public static string? Text(SyntaxToken? token) => (token?.Literal as TextLiteral)?.Value;

    public static IEnumerable<string> Texts(IEnumerable<SyntaxToken> tokens) => tokens.Select(token => Text(token)).OfType<string>();
}
