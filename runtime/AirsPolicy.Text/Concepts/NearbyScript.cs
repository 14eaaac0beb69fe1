namespace AirsPolicy.Text.Concepts;

/// <summary>
/// Finds the script of the words of a folded text, from one to the next: that of the first letter that folding has left in its script, of
/// the word or shortly behind it, or else shortly before.
/// </summary>
internal ref struct NearbyScript
{
    /// <summary>How many units from where a word begins a letter of its script is looked for.</summary>
    public const int Reach = 16;

    private const char First = '\u0370', Last = '\u06FF';
    private int _next;
    private bool _isAsked;
    private bool _hasAny;

    /// <summary>The script of a letter.</summary>
    public static ConceptScript Of(char letter) => letter switch
    {
        < First => ConceptScript.Other,
        < '\u0400' => ConceptScript.Greek,
        < '\u0530' => ConceptScript.Cyrillic,
        >= '\u0590' and < '\u0600' => ConceptScript.Hebrew,
        >= '\u0600' and <= Last => ConceptScript.Arabic,
        _ => ConceptScript.Other,
    };

    /// <summary>The script of a word.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="start">Where the word begins: no word before one that was asked for.</param>
    /// <param name="length">The units of the word.</param>
    public ConceptScript At(ReadOnlySpan<char> text, int start, int length)
    {
        if (!_isAsked || _next < start) Find(text, start);
        if (_next - start < Math.Max(length, Reach)) return Of(text[_next]);
        if (!_hasAny) return ConceptScript.Other;
        var before = text[Math.Max(0, start - Reach)..start];
        return before.LastIndexOfAnyInRange(First, Last) is var last and >= 0 ? Of(before[last]) : ConceptScript.Other;
    }

    private void Find(ReadOnlySpan<char> text, int start)
    {
        _hasAny |= _isAsked || text[..start].IndexOfAnyInRange(First, Last) >= 0;
        _isAsked = true;
        var found = text[start..].IndexOfAnyInRange(First, Last);
        _next = found < 0 ? int.MaxValue : start + found;
    }
}
