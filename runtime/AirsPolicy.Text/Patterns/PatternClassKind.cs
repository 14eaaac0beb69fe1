namespace AirsPolicy.Text.Patterns;

/// <summary>The classes that have a letter of their own.</summary>
public enum PatternClassKind
{
    /// <summary><c>\d</c>.</summary>
    Digit,

    /// <summary><c>\w</c>.</summary>
    Word,

    /// <summary><c>\s</c>.</summary>
    Space,

    /// <summary><c>\d</c> of ECMAScript: 0 to 9.</summary>
    AsciiDigit,

    /// <summary><c>\w</c> of ECMAScript: ASCII letters and digits and the low line.</summary>
    AsciiWord,

    /// <summary><c>\s</c> of ECMAScript: its white space and line ends.</summary>
    EcmaScriptSpace,
}
