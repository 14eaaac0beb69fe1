using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.Runtime.Numbers;
using AirsPolicy.Text;
using Pidgin;
using static Pidgin.Parser;
using static Pidgin.Parser<char>;

namespace AirsPolicy.Cli.Filtering;

/// <summary>Cuts a filter into tokens. What a literal says, or what is wrong with it, says the lexer of the policy language.</summary>
internal static class FilterLexer
{
    private static readonly Parser<char, Unit> s_gap = Token(char.IsWhiteSpace).SkipMany();

    // 2026-11-23T10:00:00+01:00 holds signs that stand for themselves elsewhere.
    private static readonly Parser<char, Unit> s_time =
        Try(Digit.Repeat(4).Then(Char('-'))).Then(Token(unit => IsPart(unit) || unit is '-' or '+' or ':' or '.').SkipMany());

    private static readonly Parser<char, Unit> s_number = Digit.Then(Token(unit => IsPart(unit) || unit is '.' or '%').SkipMany());

    private static readonly Parser<char, Unit> s_word = Token(IsPart).SkipAtLeastOnce();

    private static readonly Parser<char, Unit> s_sign =
        Token(unit => unit is '=' or '!' or '<' or '>' or '&' or '|' or '≤' or '≥' or '≠').SkipAtLeastOnce();

    private static readonly Parser<char, IEnumerable<TextSpan>> s_tokens =
        s_gap.Then(
            Map(
                    (start, _, end) => new TextSpan(start, end),
                    CurrentOffset,
                    OneOf(Quoted('"'), Quoted('\''), s_time, s_number, s_word, s_sign, Any.IgnoreResult()),
                    CurrentOffset)
                .Before(s_gap)
                .Many());

    /// <summary>The tokens of a filter, up to the first that says nothing.</summary>
    public static IReadOnlyList<FilterToken> Cut(string text, out FilterMistake? mistake)
    {
        mistake = null;
        var tokens = new List<FilterToken>();
        foreach (var span in s_tokens.ParseOrThrow(text))
        {
            var raw = text[span.Start..span.End];
            var isLiteral = char.IsAsciiDigit(raw[0]) || raw[0] is '"' or '\'';
            var value = isLiteral ? ValueOf(raw, span, out mistake) : null;
            if (mistake is not null)
                break;
            tokens.Add(new FilterToken(span, raw, value));
        }
        return tokens;
    }

    private static FilterValue? ValueOf(string raw, TextSpan span, out FilterMistake? mistake)
    {
        mistake = null;
        if (InstantText.TryParse(raw, out var ticks))
            return new InstantValue(ticks);
        var found = new DiagnosticBag();
        var source = SourceText.From(raw);
        var tokens = new Lexer(source, new SyntaxReporter(source, found)).LexAll();
        if (found.ToSorted() is [var first, ..])
            mistake = new FilterMistake(new TextSpan(span.Start + first.Span.Start, span.Start + first.Span.End), first.Message);
        else if (tokens.Length == 2 && ValueOf(tokens[0].Literal) is { } value)
            return value;
        else
            mistake = new FilterMistake(
                span,
                $"'{raw}' is no value of a filter; write a number, a duration such as 2h, or a time such as 2027-03-31T09:30:00Z.");
        return null;
    }

    private static FilterValue? ValueOf(Literal? literal) => literal switch
    {
        TextLiteral text => new TextValue(text.Value),
        IntegerLiteral integer => new NumberValue(integer.Value),
        DecimalLiteral number => new NumberValue(number.Value),
        ShareLiteral share => new NumberValue(share.Millionths / 1_000_000m),
        SizeLiteral size => new NumberValue(size.Bytes),
        DurationLiteral duration => new DurationValue(duration.Ticks),
        DateLiteral date => new InstantValue(date.DayNumber * TimeSpan.TicksPerDay),
        _ => null,
    };

    // A text that is not closed goes to the end; the lexer of the language says so.
    private static Parser<char, Unit> Quoted(char quote) =>
        Char(quote)
            .Then(OneOf(Char('\\').Then(Any.Optional()).IgnoreResult(), AnyCharExcept(quote, '\\').IgnoreResult()).SkipMany())
            .Then(Char(quote).Optional())
            .IgnoreResult();

    private static bool IsPart(char unit) => char.IsAsciiLetterOrDigit(unit) || unit == '_';
}
