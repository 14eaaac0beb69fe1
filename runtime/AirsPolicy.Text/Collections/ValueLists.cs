namespace AirsPolicy.Collections;

/// <summary>Makes <see cref="ValueList{T}"/>s, from collection expressions and from sequences.</summary>
public static class ValueList
{
    /// <summary>A list of the given items; used by collection expressions.</summary>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => new([.. items]);

    /// <summary>A list of the items of a sequence.</summary>
    public static ValueList<T> ToValueList<T>(this IEnumerable<T> items) => new([.. items]);
}
