using AirsPolicy.Text;

namespace AirsPolicy.Language.Syntax;

/// <summary>A run of elements in a slot of a node. It never appears among <see cref="SyntaxElement.Children"/>: its items do.</summary>
internal abstract record SyntaxNodeList : SyntaxElement
{
    /// <summary>How many elements there are, separators among them.</summary>
    internal abstract int ElementCount { get; }

    /// <summary>Copies the elements in the order of the text.</summary>
    internal abstract void CopyTo(Span<SyntaxElement> elements);

    /// <inheritdoc/>
    public override bool IsMissing => Children.All(child => child.IsMissing);

    /// <inheritdoc/>
    public override TextSpan Span
    {
        get
        {
            int start = -1, end = -1;
            foreach (var child in Children)
            {
                if (child.IsMissing)
                    continue;
                start = start < 0 ? child.Span.Start : start;
                end = child.Span.End;
            }

            return new TextSpan(Math.Max(start, 0), Math.Max(end, 0));
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
                start = start < 0 ? child.FullSpan.Start : start;
                end = child.FullSpan.End;
            }

            return new TextSpan(Math.Max(start, 0), Math.Max(end, 0));
        }
    }
}
