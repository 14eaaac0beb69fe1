using Pidgin;
using static Pidgin.Parser;
using static Pidgin.Parser<AirsPolicy.Language.Tests.Grammar.GrammarToken>;

namespace AirsPolicy.Language.Tests.Grammar;

/// <summary>The published grammar at work: reads a file, or refuses it.</summary>
internal sealed class GrammarParser : GrammarParsers<GrammarToken>
{
    private readonly GrammarLexer _lexer;
    private readonly Parser<GrammarToken, Shape> _file;

    public GrammarParser(PublishedGrammar grammar)
        : base(grammar.Syntactic, goesBack: false)
    {
        _lexer = new GrammarLexer(grammar);
        _file = Of(grammar.Productions[0].Name).Before(End);
    }

    /// <summary>The shape of a file; null where the grammar refuses it.</summary>
    public Shape? Read(string text) =>
        _lexer.Cut(text) is { } tokens && _file.Parse(tokens) is { Success: true, Value: var shape } ? shape : null;

    protected override Parser<GrammarToken, Shape> TextOf(string text) => One(token => token.Text == text);

    protected override Parser<GrammarToken, Shape> RangeOf(char first, char last) => throw new NotSupportedException();

    protected override Parser<GrammarToken, Shape> TokenOf(string name) => One(token => token.Kind == name);

    protected override Parser<GrammarToken, Shape> Named(string name, Parser<GrammarToken, Shape> parser) =>
        SyntaxShape.KindOf(name) is { } kind ? parser.Select(shape => new Shape(kind, null, [shape])) : parser;

    private static Parser<GrammarToken, Shape> One(Func<GrammarToken, bool> fits) => Token(fits).Select(token => Shape.Of(token.Text));
}
