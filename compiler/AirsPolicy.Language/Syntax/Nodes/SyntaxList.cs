using System.Collections;
using System.Runtime.CompilerServices;

namespace AirsPolicy.Language.Syntax;

/// <summary>Nodes that follow one another.</summary>
internal sealed record SyntaxList<T> : SyntaxNodeList, IReadOnlyList<T>
    where T : SyntaxElement
{
    private readonly T[] _items;

    internal SyntaxList(T[] items) => _items = items;

    internal static SyntaxList<T> Empty { get; } = new([]);

    public int Count => _items.Length;

    public T this[int index] => _items[index];

    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => _items;

    /// <inheritdoc/>
    internal override int ElementCount => _items.Length;

    /// <inheritdoc/>
    internal override void CopyTo(Span<SyntaxElement> elements)
    {
        for (var i = 0; i < _items.Length; i++)
            elements[i] = _items[i];
    }

    public ReadOnlySpan<T>.Enumerator GetEnumerator() => new ReadOnlySpan<T>(_items).GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    public bool Equals(SyntaxList<T>? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    public override string ToString() => $"{typeof(T).Name}[{_items.Length}]";
}
