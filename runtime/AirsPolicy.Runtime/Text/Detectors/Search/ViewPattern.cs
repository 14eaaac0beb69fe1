using AirsPolicy.Runtime.Text.Literals;
using AirsPolicy.Runtime.Text.Patterns;
using AirsPolicy.Runtime.Text.Views;

namespace AirsPolicy.Runtime.Text.Detectors.Search;

/// <summary>A pattern in a view, with what is known of where its matches can stand.</summary>
internal sealed class ViewPattern
{
    private readonly CharacterSearch? _required;
    private readonly int _shortest;

    public ViewPattern(Pattern pattern, TextViewKind view)
    {
        Pattern = pattern;
        View = view;
        Literals = RequiredLiterals.In(view, pattern.Facts);
        _shortest = pattern.Facts.RequiredLiterals.Select(literal => literal.Text.Length).DefaultIfEmpty(1).Min();
        // Characters that every second word holds tell nothing.
        if (Literals is null && pattern.Facts.RequiredSet is { Weight: <= CharacterWeights.Rare } set) _required = new CharacterSearch(set.Any);
    }

    public Pattern Pattern { get; }

    public TextViewKind View { get; }

    /// <summary>Texts one of which every match holds; null where no such texts can be looked for.</summary>
    public PatternList<RequiredLiteral>? Literals { get; }

    /// <summary>Adds every match, in units of the view.</summary>
    /// <param name="text">The text of the view.</param>
    /// <param name="literals">Where the literals stand; of no meaning where there are none.</param>
    public void Find(ReadOnlySpan<char> text, LiteralPlaces literals, PatternScratch scratch, SpanBuffer matches)
    {
        if (text.Length < Pattern.Facts.MinLength) return;
        if (Literals is not null && !literals.Anywhere) new WindowSearch(Pattern, text, new RequiredPlaces(literals), _shortest, Pattern.Facts.LiteralWithin, scratch, matches).Run();
        else if (_required is not null) new WindowSearch(Pattern, text, new RequiredPlaces(_required, text), 1, Pattern.Facts.RequiredSet!.Within, scratch, matches).Run();
        else FindAll(text, scratch, matches);
    }

    private void FindAll(ReadOnlySpan<char> text, PatternScratch scratch, SpanBuffer matches)
    {
        foreach (var match in Pattern.Matches(text, scratch)) matches.Add(match);
    }
}
