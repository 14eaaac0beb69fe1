using System.Collections;
using System.Runtime.CompilerServices;

namespace AirsPolicy.Language.Syntax;

/// <summary>Items with a separator between each two: commas, dots, arrows or bars. Enumerates the items.</summary>
internal sealed record SeparatedSyntaxList<T> : SyntaxNodeList, IReadOnlyList<T>
    where T : SyntaxElement
{
    private readonly T[] _items;
    private readonly SyntaxToken[] _separators;

    // There is one separator less than items, or as many where one trails behind by mistake.
    internal SeparatedSyntaxList(T[] items, SyntaxToken[] separators)
    {
        _items = items;
        _separators = separators;
    }

    internal static SeparatedSyntaxList<T> Empty { get; } = new([], []);

    public int Count => _items.Length;

    public T this[int index] => _items[index];

    /// <summary>The separators in order; separator <c>n</c> stands behind item <c>n</c>.</summary>
    public IReadOnlyList<SyntaxToken> Separators => _separators;

    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children
    {
        get
        {
            var elements = new SyntaxElement[ElementCount];
            CopyTo(elements);
            return elements;
        }
    }

    /// <inheritdoc/>
    internal override int ElementCount => _items.Length + Math.Min(_items.Length, _separators.Length);

    /// <inheritdoc/>
    internal override void CopyTo(Span<SyntaxElement> elements)
    {
        var filled = 0;
        for (var i = 0; i < _items.Length; i++)
        {
            elements[filled++] = _items[i];
            if (i < _separators.Length)
                elements[filled++] = _separators[i];
        }
    }

    public ReadOnlySpan<T>.Enumerator GetEnumerator() => new ReadOnlySpan<T>(_items).GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    public bool Equals(SeparatedSyntaxList<T>? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    public override string ToString() => $"{typeof(T).Name}[{_items.Length}]";
}
