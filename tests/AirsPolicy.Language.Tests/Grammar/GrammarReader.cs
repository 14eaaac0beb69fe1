using System.Collections.Immutable;
using System.Globalization;
using Pidgin;
using static Pidgin.Parser;
using static Pidgin.Parser<char>;

namespace AirsPolicy.Language.Tests.Grammar;

/// <summary>Reads the notation that the head of <c>docs/reference/grammar.ebnf</c> describes.</summary>
internal static class GrammarReader
{
    private static readonly Parser<char, Unit> s_gap =
        OneOf(
            Token(char.IsWhiteSpace).IgnoreResult(),
            Try(String("(*")).Then(Any.SkipUntil(Try(String("*)")))))
        .SkipMany();

    private static readonly Parser<char, string> s_name = Word(Token(unit => char.IsAsciiLetter(unit) || unit == '_').AtLeastOnceString());

    private static readonly Parser<char, string> s_text = Word(Quoted('"').Or(Quoted('\'')));

    private static readonly Parser<char, char> s_code = Word(Try(String("U+")).Then(Token(char.IsAsciiHexDigit).RepeatString(4)))
        .Select(code => (char)int.Parse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));

    private static readonly Parser<char, char> s_character = s_code.Or(s_text.Assert(text => text.Length == 1).Select(text => text[0]));

    private static readonly Parser<char, GrammarTerm> s_range = Map(
        (first, last) => (GrammarTerm)new RangeTerm(first, last),
        s_character,
        Mark("..").Then(s_character));

    private static readonly Parser<char, GrammarTerm> s_term = OneOf(
        Enclosed("(", ")"),
        Enclosed("[", "]").Select<GrammarTerm>(term => new OptionalTerm(term)),
        Enclosed("{", "}").Select<GrammarTerm>(term => new RepeatedTerm(term)),
        Mark("&").Then(Rec(() => s_term!)).Select<GrammarTerm>(term => new AheadTerm(term)),
        Mark("!").Then(Rec(() => s_term!)).Select<GrammarTerm>(term => new NotAheadTerm(term)),
        Try(s_range),
        s_code.Select<GrammarTerm>(only => new RangeTerm(only, only)),
        s_text.Select<GrammarTerm>(text => new TextTerm(text)),
        s_name.Select<GrammarTerm>(name => new ReferenceTerm(name)));

    private static readonly Parser<char, GrammarTerm> s_series =
        s_term.AtLeastOnce().Select(terms => One(terms, several => new SeriesTerm(several)));

    private static readonly Parser<char, GrammarTerm> s_choice =
        s_series.Separated(Mark("|")).Select(ways => One(ways, several => new ChoiceTerm(several)));

    private static readonly Parser<char, GrammarProduction> s_production =
        Map((name, term) => new GrammarProduction(name, term), s_name.Before(Mark("=")), s_choice.Before(Mark(";")));

    public static PublishedGrammar Read(string text) => new([.. s_gap.Then(s_production.Many()).Before(End).ParseOrThrow(text)]);

    private static Parser<char, T> Word<T>(Parser<char, T> word) => word.Before(s_gap);

    private static Parser<char, string> Mark(string mark) => Word(String(mark));

    private static Parser<char, string> Quoted(char quote) => AnyCharExcept(quote).AtLeastOnceString().Between(Char(quote));

    private static Parser<char, GrammarTerm> Enclosed(string open, string close) => Rec(() => s_choice!).Between(Mark(open), Mark(close));

    private static GrammarTerm One(IEnumerable<GrammarTerm> terms, Func<ImmutableArray<GrammarTerm>, GrammarTerm> several) =>
        terms.ToImmutableArray() is [var only] ? only : several([.. terms]);
}
