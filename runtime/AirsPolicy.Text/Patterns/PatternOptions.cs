namespace AirsPolicy.Text.Patterns;

/// <summary>What is said of a pattern outside its text, as the <c>i</c> after the closing slash of <c>/…/i</c>.</summary>
[Flags]
public enum PatternOptions
{
    None = 0,

    /// <summary>Characters that share a simple case folding are equal, in literals and in classes.</summary>
    IgnoreCase = 1,

    /// <summary>
    /// The pattern is of JSON Schema, which leaves its meaning to ECMAScript: <c>\d</c>, <c>\w</c> and <c>\b</c> know ASCII alone,
    /// <c>\s</c> is ECMAScript's white space, and <c>.</c> matches none of its line ends.
    /// </summary>
    EcmaScript = 2,
}
