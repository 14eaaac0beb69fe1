namespace AirsPolicy.Text.Patterns.Matching;

/// <summary>What an instruction does. Those that take a character or test a place go on at the next instruction.</summary>
internal enum Operation : byte
{
    /// <summary>A match ends here.</summary>
    Accept,

    /// <summary>Takes code point A or code point B.</summary>
    Character,

    /// <summary>Takes a code point of set A.</summary>
    Set,

    /// <summary>Goes on at A.</summary>
    Jump,

    /// <summary>Goes on at A and at B.</summary>
    Split,

    TextStart,
    TextEnd,
    WordEdge,
    NotWordEdge,
    AsciiWordEdge,
    NotAsciiWordEdge,
}
