using AirsPolicy.Text;

namespace AirsPolicy.LanguageServer.Features.Completion;

/// <summary>A token before the cursor.</summary>
/// <param name="Kind">What it is to completion.</param>
/// <param name="Text">How it is written; of a literal only its first character, of a closed bracket pair both brackets.</param>
/// <param name="Span">Where it stands.</param>
internal readonly record struct CursorToken(CursorTokenKind Kind, string Text, TextSpan Span)
{
    public bool Is(string text) => Kind != CursorTokenKind.Literal && string.Equals(Text, text, StringComparison.Ordinal);
}

internal enum CursorTokenKind
{
    Word,
    Literal,
    Punctuation,

    /// <summary>A pair of brackets with everything in it.</summary>
    Group,
}
