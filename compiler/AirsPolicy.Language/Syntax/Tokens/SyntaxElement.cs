using AirsPolicy.Text;

namespace AirsPolicy.Language.Syntax;

/// <summary>A token, a node or a list of nodes. Elements are compared by identity: two equal texts are two places.</summary>
internal abstract record SyntaxElement
{
    /// <summary>Where the element stands, without the trivia around it; empty where all of it is missing.</summary>
    public abstract TextSpan Span { get; }

    /// <summary>The span with the trivia that belongs to its tokens. The full spans of all tokens tile the file.</summary>
    public abstract TextSpan FullSpan { get; }

    /// <summary>The parts in the order of the text; none for a token.</summary>
    public abstract IEnumerable<SyntaxElement> Children { get; }

    /// <summary>Whether nothing of the element stands in the text.</summary>
    public abstract bool IsMissing { get; }

    /// <summary>The tokens in the order of the text, missing ones among them.</summary>
    public IEnumerable<SyntaxToken> Tokens()
    {
        // A stack of its own: trees are deeper than enumerators nest cheaply.
        var pending = new Stack<SyntaxElement>();
        pending.Push(this);
        while (pending.TryPop(out var element))
        {
            if (element is SyntaxToken token)
            {
                yield return token;
                continue;
            }

            PushParts(pending, element);
        }
    }

    /// <summary>The element and everything below it, each before its parts.</summary>
    public IEnumerable<SyntaxElement> DescendantsAndSelf() => DescendantsAndSelf(static _ => true);

    /// <summary>The same without what lies below some elements.</summary>
    /// <param name="isEntered">Whether an element is looked into.</param>
    internal IEnumerable<SyntaxElement> DescendantsAndSelf(Func<SyntaxElement, bool> isEntered)
    {
        var pending = new Stack<SyntaxElement>();
        pending.Push(this);
        while (pending.TryPop(out var element))
        {
            yield return element;
            if (element is not SyntaxToken && isEntered(element))
                PushParts(pending, element);
        }
    }

    // The first on top. Whole files are walked, and nodes give their parts as an array made for whoever asks.
    private static void PushParts(Stack<SyntaxElement> pending, SyntaxElement element)
    {
        var parts = element.Children as SyntaxElement[] ?? [.. element.Children];
        for (var i = parts.Length - 1; i >= 0; i--)
            pending.Push(parts[i]);
    }
}
