namespace AirsPolicy.Runtime.Text.Patterns;

/// <summary>The classes that have a letter of their own.</summary>
public enum PatternClassKind
{
    /// <summary><c>\d</c>.</summary>
    Digit,

    /// <summary><c>\w</c>.</summary>
    Word,

    /// <summary><c>\s</c>.</summary>
    Space,
}
