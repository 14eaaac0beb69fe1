using AirsPolicy.Language.Syntax;

namespace AirsPolicy.Language.Formatting;

/// <summary>A token with the number of spaces before it, if it does not begin a line, and whether it may begin one.</summary>
internal readonly record struct Piece(SyntaxToken Token, int Gap, bool MayBreak)
{
    // Only the first line of a block of text counts: the rest of it cannot be moved.
    public int Width
    {
        get
        {
            var length = Token.Text.AsSpan().IndexOfAny('\n', '\r');
            return Gap + (length < 0 ? Token.Text.Length : length);
        }
    }
}
