using Pidgin;
using static Pidgin.Parser;

namespace AirsPolicy.Language.Tests.Grammar;

/// <summary>Makes a parser of each production, with the words of its right side: what is published is what runs.</summary>
/// <param name="productions">Those that are made of <typeparamref name="TToken"/>.</param>
/// <param name="goesBack">Whether a way that does not fit as a whole gives way to the next, or the next token decides.</param>
internal abstract class GrammarParsers<TToken>(IEnumerable<GrammarProduction> productions, bool goesBack)
{
    private readonly Dictionary<string, GrammarProduction> _productions = productions.ToDictionary(production => production.Name);
    private readonly Dictionary<string, Parser<TToken, Shape>> _parsers = [];

    public Parser<TToken, Shape> Of(string name)
    {
        if (!_productions.TryGetValue(name, out var production))
            return TokenOf(name);
        if (_parsers.TryGetValue(name, out var known))
            return known;
        var parser = (Parser<TToken, Shape>?)null;
        _parsers[name] = Rec(() => parser!);
        return _parsers[name] = parser = Named(name, Of(production.Term));
    }

    protected abstract Parser<TToken, Shape> TextOf(string text);

    protected abstract Parser<TToken, Shape> RangeOf(char first, char last);

    /// <summary>What reads a name without a production.</summary>
    protected abstract Parser<TToken, Shape> TokenOf(string name);

    protected abstract Parser<TToken, Shape> Named(string name, Parser<TToken, Shape> parser);

    private Parser<TToken, Shape> Of(GrammarTerm term) => term switch
    {
        TextTerm text => TextOf(text.Text),
        RangeTerm range => RangeOf(range.First, range.Last),
        ReferenceTerm reference => Of(reference.Name),
        SeriesTerm series => Parser<TToken>.Sequence(series.Terms.Select(Of).ToList()).Select(Shape.Of),
        ChoiceTerm choice => OneOf(choice.Ways.Select(Way).ToList()),
        OptionalTerm optional => Way(optional.Term).Optional().Select(found => found.GetValueOrDefault(Shape.Nothing)),
        RepeatedTerm repeated => Way(repeated.Term).Many().Select(Shape.Of),
        AheadTerm ahead => Lookahead(Try(Of(ahead.Term))).ThenReturn(Shape.Nothing),
        NotAheadTerm ahead => Try(Not(Try(Of(ahead.Term)))).ThenReturn(Shape.Nothing),
        _ => throw new NotSupportedException(term.ToString()),
    };

    private Parser<TToken, Shape> Way(GrammarTerm term) => goesBack ? Try(Of(term)) : Of(term);
}
