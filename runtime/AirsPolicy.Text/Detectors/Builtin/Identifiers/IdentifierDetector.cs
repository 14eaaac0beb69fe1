using AirsPolicy.Text.Detectors.Search;
using AirsPolicy.Text.Scores;

namespace AirsPolicy.Text.Detectors.Builtin.Identifiers;

/// <summary>
/// An identifier of a fixed form: its layouts, the words by which people name it, and what its issuer says of its characters.
/// </summary>
/// <param name="layouts">The ways in which it is written. From each place the longest counts, and identifiers do not overlap.</param>
/// <param name="words">Words for it, in the languages of those who have one.</param>
internal abstract class IdentifierDetector(IdentifierLayout[] layouts, params string[] words) : IBuiltinDetector
{
    /// <summary>The score of an identifier without check characters.</summary>
    protected const int Likely = (int)Millionths.Whole * 4 / 5;

    private readonly NearbyWords _words = new(words);
    private readonly ulong _leading = layouts.Aggregate(0UL, (all, layout) => all | layout.Beginnings);
    private readonly int _longest = layouts.Max(layout => layout.Form.Length);

    public RequiredParts Required { get; } = new(
        layouts.All(layout => layout.Evidence == Evidence.Name) ? new NearbyWords(words).Words : [], layouts.Min(layout => layout.Digits));

    /// <summary>How many units before its longest number an identifier begins at most.</summary>
    public int Ahead { get; } = layouts.Max(layout => layout.Ahead);

    public BuiltinWindow Window { get; } = IdentifierWindow.Of(layouts);

    public virtual int Score => (int)Millionths.Whole;

    public void Find(in BuiltinText text, SpanBuffer matches)
    {
        var folded = text.Text;
        Span<char> characters = stackalloc char[_longest];
        var from = 0;
        foreach (ref readonly var start in text.Starts)
        {
            if ((_leading >> start.Leading & 1) == 0 || start.At < from || start.Ahead > Ahead) continue;
            // People write a word for a number right before it, too.
            if (start.IsGlued && !_words.EndAt(folded, start.At)) continue;
            var end = EndOf(folded, start, characters);
            if (end == start.At) continue;
            matches.Add(new TextSpan(start.At, end));
            from = end;
        }
    }

    /// <summary>Whether the issuer gives out such an identifier: its check characters are right, its ranges are in use.</summary>
    /// <param name="id">Its letters, small, and its digits, without separators.</param>
    protected abstract bool IsIssued(ReadOnlySpan<char> id);

    private int EndOf(ReadOnlySpan<char> text, in IdentifierStart place, Span<char> characters)
    {
        var start = place.At;
        var longest = start;
        foreach (var layout in layouts)
        {
            if (layout.Leading >= 0 && layout.Leading != place.Leading) continue;
            var end = layout.Read(text, start, characters, out var count, out var separator);
            if (end <= longest || !Boundaries.EndsAt(text, end)) continue;
            if (separator != '\0' && Boundaries.IsPartOfMore(text, start, end, separator)) continue;
            if (IsIssued(characters[..count]) && HasEvidence(layout.Evidence, text, start, end)) longest = end;
        }
        return longest;
    }

    private bool HasEvidence(Evidence evidence, ReadOnlySpan<char> text, int start, int end) => evidence switch
    {
        Evidence.Form => true,
        Evidence.NameOrAlone when Boundaries.IsAlone(text, start, end) => true,
        _ => _words.StandNear(text, start, end),
    };
}
