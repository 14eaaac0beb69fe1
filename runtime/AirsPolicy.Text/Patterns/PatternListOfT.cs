using System.Collections;
using System.Runtime.CompilerServices;

namespace AirsPolicy.Text.Patterns;

/// <summary>An unchanging list that equals another with equal elements, so that the records holding it compare by value.</summary>
[CollectionBuilder(typeof(PatternList), nameof(PatternList.Create))]
public sealed class PatternList<T> : IReadOnlyList<T>, IEquatable<PatternList<T>>
{
    private readonly T[] _items;

    internal PatternList(T[] items) => this._items = items;

    public int Count => _items.Length;

    public T this[int index] => _items[index];

    public ReadOnlySpan<T> AsSpan() => _items;

    public bool Equals(PatternList<T>? other) =>
        other is not null && _items.AsSpan().SequenceEqual(other._items, EqualityComparer<T>.Default);

    public override bool Equals(object? obj) => Equals(obj as PatternList<T>);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in _items) hash.Add(item);
        return hash.ToHashCode();
    }

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
