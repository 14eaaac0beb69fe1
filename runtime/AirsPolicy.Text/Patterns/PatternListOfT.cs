using System.Collections;
using System.Runtime.CompilerServices;

namespace AirsPolicy.Text.Patterns;

/// <summary>An unchanging list that equals another with equal elements, so that the records holding it compare by value.</summary>
[CollectionBuilder(typeof(PatternList), nameof(PatternList.Create))]
public sealed class PatternList<T> : IReadOnlyList<T>, IEquatable<PatternList<T>>
{
    private readonly T[] items;

    internal PatternList(T[] items) => this.items = items;

    public int Count => items.Length;

    public T this[int index] => items[index];

    public ReadOnlySpan<T> AsSpan() => items;

    public bool Equals(PatternList<T>? other) =>
        other is not null && items.AsSpan().SequenceEqual(other.items, EqualityComparer<T>.Default);

    public override bool Equals(object? obj) => Equals(obj as PatternList<T>);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in items) hash.Add(item);
        return hash.ToHashCode();
    }

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
