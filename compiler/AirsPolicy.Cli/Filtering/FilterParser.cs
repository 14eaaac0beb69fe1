using AirsPolicy.Language.Text;
using AirsPolicy.Text;
using Pidgin;
using static Pidgin.Parser;
using static Pidgin.Parser<AirsPolicy.Cli.Filtering.FilterToken>;

namespace AirsPolicy.Cli.Filtering;

/// <summary>Reads one filter. The next token says which way is taken, so that reading takes time in proportion to the length.</summary>
internal sealed class FilterParser
{
    /// <summary>The most UTF-16 units of a filter.</summary>
    public const int MostUnits = 2_000;

    /// <summary>How deeply parentheses and <c>not</c> may nest.</summary>
    public const int MostDepth = 32;

    private static readonly Parser<FilterToken, FilterToken> s_name = One("a name", token => token.IsWord);

    private static readonly Parser<FilterToken, FilterToken> s_member =
        Mark(".").Then(s_name).Or(Mark("[").Then(One("a text", token => token.Value is TextValue)).Before(Mark("]")));

    private static readonly Parser<FilterToken, FieldSyntax> s_field = Map(
        (name, members) => new FieldSyntax(name, [.. members]),
        One("a field", IsName),
        s_member.Many());

    private static readonly Parser<FilterToken, FilterToken> s_number = Token(token => token.Value is NumberValue).Labelled("a number");

    private static readonly Parser<FilterToken, FilterToken> s_duration =
        Token(token => token.Value is DurationValue).Labelled("a length of time");

    private static readonly Parser<FilterToken, FilterToken> s_value = OneOf(
        One("a value", token => token.Value is not null),
        Map(Negative, Word("-", "a value"), s_number.Or(s_duration)),
        Map(Moment, Word("now", "a value"), OneOf(Map(Negative, Mark("-"), s_duration), Mark("+").Then(s_duration)).Optional()),
        One("a value", token => token.Text is "true" or "false")
            .Select(token => token with { Value = new BoolValue(token.Text == "true") }),
        One("a value", IsName).Select(token => token with { Value = new WordValue(token.Text) }));

    private static readonly Parser<FilterToken, IEnumerable<FilterToken>> s_values =
        s_value.SeparatedAtLeastOnce(Mark(",")).Between(Mark("["), Mark("]"));

    // Said where anything else follows: a choice that was not taken is forgotten.
    private static readonly Parser<FilterToken, Unit> s_follows = Lookahead(
        OneOf(Word("and").IgnoreResult(), Word("or").IgnoreResult(), Word(")", "the end").IgnoreResult(), End));

    private readonly FilterBinder _binder;
    private readonly Parser<FilterToken, Filter> _filter;

    private FilterParser(FilterBinder binder)
    {
        _binder = binder;
        var condition = Condition();
        var negation = condition.Or(TooDeep());
        for (var depth = 0; depth < MostDepth; depth++)
        {
            var inner = negation;
            negation = OneOf(
                Word("not").Then(inner).Select<Filter>(filter => new NotFilter(filter)),
                Disjunction(inner).Between(Mark("("), Mark(")")),
                condition);
        }
        _filter = Disjunction(negation).Before(End);
    }

    /// <summary>Reads a filter on records of a kind; null where something is wrong with it.</summary>
    public static Filter? Read(string text, FilterSchema schema, out FilterMistake? mistake)
    {
        if (text.Length > MostUnits)
        {
            mistake = new FilterMistake(new TextSpan(MostUnits, text.Length), $"A filter has at most {MostUnits:N0} characters.");
            return null;
        }
        var tokens = FilterLexer.Cut(text, out mistake);
        return mistake is null ? new FilterParser(new FilterBinder(schema)).Read(text, tokens, out mistake) : null;
    }

    private Filter? Read(string text, IReadOnlyList<FilterToken> tokens, out FilterMistake? mistake)
    {
        var read = _filter.Parse(tokens);
        mistake = _binder.Mistake ?? (read.Success ? null : MistakeOf(read.Error!, text, tokens));
        return mistake is null ? read.Value : null;
    }

    private Parser<FilterToken, Filter> Condition() => OneOf(
        Word("has").Then(s_field).Select<Filter>(field => new NotFilter(_binder.Absent(field))),
        Map((field, test) => test(field), s_field, Test()));

    // What stands behind a field.
    private Parser<FilterToken, Func<FieldSyntax, Filter>> Test() => OneOf(
        Map(
            (relation, value) => (Func<FieldSyntax, Filter>)(field => _binder.Comparison(field, relation, value)),
            Relation(),
            s_value),
        Map(
            (word, values) => (Func<FieldSyntax, Filter>)(field => _binder.Among(field, word, values)),
            Operator("in"),
            s_values),
        Map(
            (word, values) => (Func<FieldSyntax, Filter>)(field => _binder.NotAmong(field, word, values)),
            Operator("not").Then(Word("in")),
            s_values),
        Operator("is").Then(Word("absent")).ThenReturn<Func<FieldSyntax, Filter>>(_binder.Absent),
        s_follows.ThenReturn<Func<FieldSyntax, Filter>>(_binder.Alone));

    private static Parser<FilterToken, RelationSyntax> Relation() => OneOf(
        One("an operator", token => FilterWords.Signs.ContainsKey(token.Text))
            .Select(token => new RelationSyntax(token.Span, FilterWords.Signs[token.Text])),
        Operator("contains").Select(token => new RelationSyntax(token.Span, FilterRelation.Contains)),
        Operator("starts").Before(Word("with")).Select(token => new RelationSyntax(token.Span, FilterRelation.StartsWith)),
        Operator("ends").Before(Word("with")).Select(token => new RelationSyntax(token.Span, FilterRelation.EndsWith)));

    private Parser<FilterToken, Filter> TooDeep() =>
        Token(token => token.Text is "not" or "(").Select(_binder.TooDeep).Then(Fail<Filter>());

    private static Parser<FilterToken, Filter> Disjunction(Parser<FilterToken, Filter> negation) =>
        Chain(
            Chain(negation.Before(s_follows), "and", (left, right) => new AndFilter(left, right)),
            "or",
            (left, right) => new OrFilter(left, right));

    private static Parser<FilterToken, Filter> Chain(Parser<FilterToken, Filter> item, string word, Func<Filter, Filter, Filter> join) =>
        Map((first, rest) => rest.Aggregate(first, join), item, Word(word).Then(item).Many());

    private static Parser<FilterToken, FilterToken> Operator(string word) => Word(word, "an operator");

    private static Parser<FilterToken, FilterToken> Mark(string mark) => Word(mark);

    private static Parser<FilterToken, FilterToken> Word(string word) => Word(word, $"'{word}'");

    private static Parser<FilterToken, FilterToken> Word(string word, string label) => One(label, token => token.Text == word);

    private static Parser<FilterToken, FilterToken> One(string label, Func<FilterToken, bool> fits) => Token(fits).Labelled(label);

    private static bool IsName(FilterToken token) => token.IsWord && !FilterWords.Reserved.Contains(token.Text);

    private static FilterToken Negative(FilterToken minus, FilterToken value) => value with
    {
        Span = new TextSpan(minus.Span.Start, value.Span.End),
        Value = value.Value is NumberValue number
            ? new NumberValue(-number.Number)
            : new DurationValue(-((DurationValue)value.Value!).Ticks),
    };

    private static FilterToken Moment(FilterToken now, Maybe<FilterToken> away) => now with
    {
        Span = new TextSpan(now.Span.Start, away.HasValue ? away.Value.Span.End : now.Span.End),
        Value = new NowValue(away.HasValue ? ((DurationValue)away.Value.Value!).Ticks : 0),
    };

    private static FilterMistake MistakeOf(ParseError<FilterToken> error, string text, IReadOnlyList<FilterToken> tokens)
    {
        var expected = error.Expected
            .Select(one => one.IsEof ? "the end" : one.Label!)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (error.ErrorOffset >= tokens.Count)
            return new FilterMistake(new TextSpan(text.Length, text.Length), $"Expected {Either(expected)} here, but this is the end.");
        var token = tokens[error.ErrorOffset];
        return new FilterMistake(
            token.Span,
            FilterWords.Foreign.TryGetValue(token.Text, out var right) ? $"'{token.Text}' is not an operator; write '{right}'."
            : token.IsWord && Spelling.Nearest(token.Text, FilterWords.Reserved) is { } near && near != token.Text
                ? $"'{token.Text}' is not known here. Did you mean '{near}'?"
            : $"Expected {Either(expected)} here, but this is '{token.Text}'.");
    }

    private static string Either(List<string> words) =>
        words is [.. var first, var last] && first.Count > 0 ? $"{string.Join(", ", first)} or {last}" : words[0];
}
