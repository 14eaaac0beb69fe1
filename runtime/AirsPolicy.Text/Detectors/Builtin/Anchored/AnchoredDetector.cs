using System.Buffers;
using AirsPolicy.Text.Detectors.Search;
using AirsPolicy.Text.Scores;
using AirsPolicy.Text.Views;

namespace AirsPolicy.Text.Detectors.Builtin.Anchored;

/// <summary>
/// Looks for characters of its own, and then round them. From left to right, and never again in what it has found: so it finds the same in
/// a text that still arrives, where it is asked as soon as the trail behind an anchor has come.
/// </summary>
internal abstract class AnchoredDetector : IBuiltinDetector
{
    private readonly SearchValues<string> _sought;

    protected AnchoredDetector(params Anchor[] anchors)
    {
        Anchors = anchors;
        string[] literals = [.. anchors.Select(anchor => anchor.Literal).Distinct(StringComparer.Ordinal)];
        var ignoreCase = Array.Exists(anchors, anchor => anchor.IgnoreCase);
        _sought = SearchValues.Create(literals, ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
        Required = RequiredParts.AnyOf(literals) with { IgnoreCase = ignoreCase };
    }

    /// <summary>What it looks for.</summary>
    public Anchor[] Anchors { get; }

    public TextViewKind View => TextViewKind.Plain;

    public virtual int Score => (int)Millionths.Whole;

    public RequiredParts Required { get; protected init; }

    public void Find(in BuiltinText text, SpanBuffer matches)
    {
        var plain = text.Text;
        for (int from = 0, least = 0; plain[from..].IndexOfAny(_sought) is var index and >= 0;)
        {
            var at = from + index;
            least = Math.Max(least, FindAt(plain, at, least, matches));
            from = Math.Max(at + 1, least);
        }
    }

    /// <summary>Adds what is found by the anchors that stand at a place.</summary>
    /// <param name="text">The text. Of what stands behind the trails of these anchors it looks at one unit.</param>
    /// <param name="at">The place; where none stands there nothing is found.</param>
    /// <param name="least">Nothing that begins before is found.</param>
    /// <param name="matches">Takes what is found.</param>
    /// <returns>Where that ends, or what was read in its place; 0 for neither.</returns>
    public abstract int FindAt(ReadOnlySpan<char> text, int at, int least, SpanBuffer matches);
}
