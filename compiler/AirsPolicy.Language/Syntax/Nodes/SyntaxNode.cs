using AirsPolicy.Text;

namespace AirsPolicy.Language.Syntax;

/// <summary>A construct of the grammar. Nodes are immutable and know only what is below them.</summary>
internal abstract record SyntaxNode : SyntaxElement
{
    /// <inheritdoc/>
    public override TextSpan Span
    {
        get
        {
            // Only the edges are asked, not what lies between them.
            var children = Children as IReadOnlyList<SyntaxElement> ?? [.. Children];
            var first = 0;
            while (first < children.Count && children[first].IsMissing)
                first++;
            if (first == children.Count)
                return children.Count == 0 ? default : new TextSpan(children[^1].Span.Start, children[^1].Span.Start);
            var last = children.Count - 1;
            while (children[last].IsMissing)
                last--;
            return new TextSpan(children[first].Span.Start, children[last].Span.End);
        }
    }

    /// <inheritdoc/>
    public override TextSpan FullSpan
    {
        get
        {
            int start = -1, end = -1;
            foreach (var child in Children)
            {
                var span = child.FullSpan;
                start = start < 0 ? span.Start : start;
                end = span.End;
            }

            return new TextSpan(Math.Max(start, 0), Math.Max(end, 0));
        }
    }

    /// <inheritdoc/>
    public override bool IsMissing => Children.All(child => child.IsMissing);

    public virtual bool Equals(SyntaxNode? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => EqualityContract.GetHashCode();

    // A record would print its whole tree.
    public sealed override string ToString() => EqualityContract.Name;

    /// <summary>The slots that are there, in the order of the text.</summary>
    private protected static IEnumerable<SyntaxElement> Slots(params ReadOnlySpan<SyntaxElement?> slots)
    {
        var count = 0;
        foreach (var slot in slots)
            count += slot is SyntaxNodeList list ? list.ElementCount : slot is null ? 0 : 1;
        var children = new SyntaxElement[count];
        var filled = 0;
        foreach (var slot in slots)
        {
            if (slot is SyntaxNodeList list)
            {
                list.CopyTo(children.AsSpan(filled));
                filled += list.ElementCount;
            }
            else if (slot is not null)
            {
                children[filled++] = slot;
            }
        }

        return children;
    }

    /// <summary>From the first to the last of two parts, of which a missing last one adds nothing.</summary>
    private protected static TextSpan Cover(TextSpan first, TextSpan last) => new(first.Start, Math.Max(first.End, last.End));
}
