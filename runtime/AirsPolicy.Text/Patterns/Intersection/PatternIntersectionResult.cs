namespace AirsPolicy.Text.Patterns.Intersection;

/// <summary>What came of looking for a text.</summary>
public enum PatternIntersectionKind
{
    /// <summary>There is no such text.</summary>
    None = 0,

    /// <summary>There is one.</summary>
    Found = 1,

    /// <summary>The bound was reached first.</summary>
    Undecided = 2,
}

/// <summary>Whether there is a text, and the shortest of them.</summary>
/// <param name="Kind">What came of it.</param>
/// <param name="Text">The text that was found, or null.</param>
public readonly record struct PatternIntersectionResult(PatternIntersectionKind Kind, string? Text)
{
    internal static PatternIntersectionResult None => new(PatternIntersectionKind.None, null);

    internal static PatternIntersectionResult Undecided => new(PatternIntersectionKind.Undecided, null);
}
