using AirsPolicy.Text.Literals;
using AirsPolicy.Text.Patterns;
using AirsPolicy.Text.Unicode;
using AirsPolicy.Text.Views;

namespace AirsPolicy.Text.Detectors.Search;

/// <summary>A pattern in a view, with what is known of where its matches can stand.</summary>
internal sealed class ViewPattern
{
    private const int FirstSurrogate = 0xD800;

    private readonly CharacterSearch? _required;
    private readonly int _shortest = 1;
    private readonly int? _within;
    private readonly int _highest;
    // Whether it is the literals themselves that are looked for, and not parts further within.
    private readonly bool _isLed;

    /// <param name="pattern">The pattern.</param>
    /// <param name="view">The view.</param>
    /// <param name="readsFolded">
    /// Whether the folded view is made anyway, so that literals of the text as it came can be looked for there.
    /// </param>
    public ViewPattern(Pattern pattern, TextViewKind view, bool readsFolded)
    {
        Pattern = pattern;
        View = SoughtIn = view;
        // Beyond the first plane a text has surrogates.
        _highest = Math.Min(pattern.Facts.Highest, FirstSurrogate);
        if (view == TextViewKind.Plain && readsFolded && RequiredLiterals.InFolded(pattern.Facts) is { } folded)
            (Literals, SoughtIn) = (folded, TextViewKind.Folded);
        // A pass over the text as it came for its literals would be one more, where a sign that hardly stands in a text is quicker looked
        // for.
        else if (!(view == TextViewKind.Plain && readsFolded && IsKnownBySigns(pattern.Facts)))
            Literals = RequiredLiterals.In(view, pattern.Facts);
        if (Literals is not null)
        {
            _shortest = Literals.Min(literal => literal.Text.Length);
            _within = pattern.Facts.LiteralWithin + Literals.Max(literal => literal.Back);
            _isLed = Literals.All(literal => literal.Back == 0);
        }
        // Characters that every second word holds tell nothing.
        else if (pattern.Facts.RequiredSet is { Weight: <= CharacterWeights.Rare } set)
        {
            _required = new CharacterSearch(set.Any);
            _within = set.Within;
        }
    }

    public Pattern Pattern { get; }

    public TextViewKind View { get; }

    /// <summary>Texts one of which every match holds; null where no such texts can be looked for.</summary>
    public PatternList<RequiredLiteral>? Literals { get; }

    /// <summary>The view in which they are looked for.</summary>
    public TextViewKind SoughtIn { get; }

    /// <summary>Whether a text of which the greatest unit is known may hold a match.</summary>
    public bool CanStandIn(char highest) => highest >= _highest;

    /// <summary>Adds every match, in units of the view.</summary>
    /// <param name="text">The text of the view.</param>
    /// <param name="literals">Where the literals stand; of no meaning where there are none.</param>
    /// <param name="soughtIn">The view in which they stand, where it is another.</param>
    /// <param name="scratch">Serves the search.</param>
    /// <param name="matches">Takes the matches.</param>
    public void Find(ReadOnlySpan<char> text, LiteralPlaces literals, TextView? soughtIn, PatternScratch scratch, SpanBuffer matches)
    {
        if (text.Length < Pattern.Facts.MinLength) return;
        if (Literals is not null && !literals.Anywhere) FindNear(new RequiredPlaces(literals, soughtIn), text, scratch, matches);
        else if (_required is not null) FindNear(new RequiredPlaces(_required, text), text, scratch, matches);
        else FindAll(text, scratch, matches);
    }

    // Not of letters beyond ASCII, which stand in every word of some texts.
    private static bool IsKnownBySigns(PatternFacts facts) =>
        facts.RequiredSet is { Weight: <= CharacterWeights.Signs } set
        && !HoldsLetters(set.Any)
        && facts.RequiredLiterals.Any(literal => System.Text.Ascii.IsValid(literal.Text));

    private static bool HoldsLetters(CodePointSet set)
    {
        foreach (var range in set.Ranges)
        {
            if (CharacterTables.IsWord(range.First) || CharacterTables.IsWord(range.Last)) return true;
        }

        return false;
    }

    private void FindNear(RequiredPlaces places, ReadOnlySpan<char> text, PatternScratch scratch, SpanBuffer matches) =>
        new WindowSearch(Pattern, text, places, _isLed ? Pattern.Lead : null, _shortest, _within, scratch, matches).Run();

    private void FindAll(ReadOnlySpan<char> text, PatternScratch scratch, SpanBuffer matches)
    {
        foreach (var match in Pattern.Matches(text, scratch)) matches.Add(match);
    }
}
