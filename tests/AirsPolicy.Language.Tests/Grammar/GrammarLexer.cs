using Pidgin;
using static Pidgin.Parser;

namespace AirsPolicy.Language.Tests.Grammar;

/// <summary>The lexical part of the published grammar, at work.</summary>
internal sealed class GrammarLexer : GrammarParsers<char>
{
    private readonly Parser<char, IEnumerable<GrammarToken>> _tokens;

    public GrammarLexer(PublishedGrammar grammar)
        : base(grammar.Lexical, goesBack: true)
    {
        var gap = Of("GAP");
        var token = OneOf(grammar.WaysOf("TOKEN").Select(kind =>
            Try(Of(kind)).MapWithInput((text, _) => new GrammarToken(kind, text.ToString()))).ToList());
        _tokens = gap.Then(token.Before(gap).Many()).Before(Parser<char>.End);
    }

    /// <summary>The tokens of a text; null where the grammar refuses it.</summary>
    public IReadOnlyList<GrammarToken>? Cut(string text) =>
        _tokens.Parse(text) is { Success: true, Value: var tokens } ? [.. tokens] : null;

    protected override Parser<char, Shape> TextOf(string text) => String(text).ThenReturn(Shape.Nothing);

    protected override Parser<char, Shape> RangeOf(char first, char last) =>
        Parser<char>.Token(unit => unit >= first && unit <= last).ThenReturn(Shape.Nothing);

    protected override Parser<char, Shape> TokenOf(string name) => throw new KeyNotFoundException(name);

    protected override Parser<char, Shape> Named(string name, Parser<char, Shape> parser) => parser;
}
