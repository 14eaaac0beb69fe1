namespace AirsPolicy.Runtime.Text.Patterns;

/// <summary>What is said of a pattern outside its text, as the <c>i</c> after the closing slash of <c>/…/i</c>.</summary>
[Flags]
public enum PatternOptions
{
    None = 0,

    /// <summary>Characters that share a simple case folding are equal, in literals and in classes.</summary>
    IgnoreCase = 1,
}
