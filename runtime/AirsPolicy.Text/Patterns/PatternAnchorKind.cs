namespace AirsPolicy.Text.Patterns;

/// <summary>What an anchor asks of its place.</summary>
public enum PatternAnchorKind
{
    /// <summary><c>^</c>: the start of the whole text, not of a line.</summary>
    TextStart,

    /// <summary><c>$</c>: the end of the whole text, not of a line, and not before a last line feed.</summary>
    TextEnd,

    /// <summary><c>\b</c>: exactly one of the two neighbours is a word character.</summary>
    WordEdge,

    /// <summary><c>\B</c>: both neighbours are word characters, or neither is.</summary>
    NotWordEdge,

    /// <summary><c>\b</c> of ECMAScript, by the words of ASCII.</summary>
    AsciiWordEdge,

    /// <summary><c>\B</c> of ECMAScript, by the words of ASCII.</summary>
    NotAsciiWordEdge,
}
