namespace AirsPolicy.Text.Patterns;

/// <summary>Makes lists from collection expressions.</summary>
public static class PatternList
{
    public static PatternList<T> Create<T>(ReadOnlySpan<T> items) => new(items.ToArray());
}
