using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Text.Detectors.Search;

namespace AirsPolicy.Runtime.Text.Detectors.Builtin.Identifiers;

/// <summary>An identifier of a fixed form: its layouts, the words by which people name it, and what its issuer says of its characters.</summary>
/// <param name="layouts">The ways in which it is written. From each place the longest counts, and identifiers do not overlap.</param>
/// <param name="words">Words for it, in the languages of those who have one.</param>
internal abstract class IdentifierDetector(IdentifierLayout[] layouts, params string[] words) : IBuiltinDetector
{
    /// <summary>The score of an identifier without check characters.</summary>
    protected const int Likely = (int)ShareShape.Whole * 4 / 5;

    private readonly NearbyWords _words = new(words);
    private readonly int _digits = layouts.Min(layout => layout.Digits);
    private readonly int _ahead = layouts.Max(layout => layout.Ahead);
    private readonly int _longest = layouts.Max(layout => layout.Form.Length);

    public RequiredParts Required { get; } = new(
        layouts.All(layout => layout.Evidence == Evidence.Name) ? new NearbyWords(words).Words : [], layouts.Min(layout => layout.Digits));

    public BuiltinWindow Window { get; } = IdentifierWindow.Of(layouts);

    public virtual int Score => (int)ShareShape.Whole;

    public void Find(in BuiltinText text, SpanBuffer matches)
    {
        var folded = text.Text;
        Span<char> characters = stackalloc char[_longest];
        var from = 0;
        foreach (var region in text.Numbers)
        {
            if (region.Digits < _digits) continue;
            for (var at = Math.Max(from, region.Start - _ahead); at < region.End;)
            {
                var end = char.IsAsciiLetterOrDigit(folded[at]) && BeginsAt(folded, at) ? EndOf(folded, at, characters) : at;
                if (end > at) matches.Add(new TextSpan(at, end));
                else end = at + 1;
                from = at = end;
            }
        }
    }

    /// <summary>Whether the issuer gives out such an identifier: its check characters are right, its ranges are in use.</summary>
    /// <param name="id">Its letters, small, and its digits, without separators.</param>
    protected abstract bool IsIssued(ReadOnlySpan<char> id);

    // People write a word for a number right before it, too.
    private bool BeginsAt(ReadOnlySpan<char> text, int at) =>
        // Within a word nothing begins but a number behind a letter.
        (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1])) && Boundaries.BeginsAt(text, at) || at > 0 && char.IsAsciiDigit(text[at]) && char.IsAsciiLetterLower(text[at - 1]) && _words.EndAt(text, at);

    private int EndOf(ReadOnlySpan<char> text, int start, Span<char> characters)
    {
        var longest = start;
        var leading = LeadingDigits(text, start);
        foreach (var layout in layouts)
        {
            if (layout.Leading >= 0 && layout.Leading != leading) continue;
            var end = layout.Read(text, start, characters, out var count, out var separator);
            if (end <= longest || !Boundaries.EndsAt(text, end)) continue;
            if (separator != '\0' && Boundaries.IsPartOfMore(text, start, end, separator)) continue;
            if (IsIssued(characters[..count]) && HasEvidence(layout.Evidence, text, start, end)) longest = end;
        }
        return longest;
    }

    private int LeadingDigits(ReadOnlySpan<char> text, int start)
    {
        var count = 0;
        while (count <= _longest && NumberText.IsDigitAt(text, start + count)) count++;
        return count;
    }

    private bool HasEvidence(Evidence evidence, ReadOnlySpan<char> text, int start, int end) => evidence switch
    {
        Evidence.Form => true,
        Evidence.NameOrAlone when Boundaries.IsAlone(text, start, end) => true,
        _ => _words.StandNear(text, start, end),
    };
}
