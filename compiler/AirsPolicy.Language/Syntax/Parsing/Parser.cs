using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Language.Syntax;

/// <summary>
/// Reads the tokens of one file by recursive descent, two tokens ahead. Each declaration kind has its part in a file of its own;
/// this one holds the tokens, <c>Parser.Expecting.cs</c> what happens when the grammar needs something else than is there.
/// </summary>
internal sealed partial class Parser
{
    private readonly SourceText _source;
    private readonly SyntaxReporter _reporter;
    private readonly SyntaxToken[] _tokens;
    private readonly bool[] _afterBad;
    private readonly bool _bracesMatch, _restIsText;
    private readonly SyntaxToken _beforeFirst;
    private int _position;
    private int _skippedFrom = -1;
    private SyntaxToken _last;

    public Parser(SourceText source, DiagnosticBag bag)
    {
        _source = source;
        _reporter = new SyntaxReporter(source, bag);
        var lexer = new Lexer(source, _reporter);
        (_tokens, _afterBad) = WithoutBad(lexer.LexAll());
        _restIsText = lexer.HasOpenBlock;
        Patterns = lexer.Patterns;
        _bracesMatch = BracesMatch(_tokens);
        _last = _beforeFirst = new SyntaxToken(source, TokenKind.Bad, Keyword.None, 0, 0, 0, 0, "");
    }

    /// <summary>Where patterns begin, in the order of the text.</summary>
    public IReadOnlyList<int> Patterns { get; }

    private SyntaxToken Current => _tokens[_position];

    private SyntaxToken Ahead => _tokens[Math.Min(_position + 1, _tokens.Length - 1)];

    private bool At(TokenKind kind) => _tokens[_position].Kind == kind;

    private bool At(Keyword keyword) => _tokens[_position].Keyword == keyword;

    private SyntaxToken Next()
    {
        var token = _tokens[_position];
        if (_position < _tokens.Length - 1)
            _position++;
        if (_skippedFrom >= 0)
        {
            token = token.WithFullStart(_skippedFrom);
            _skippedFrom = -1;
        }

        return _last = token;
    }

    private SyntaxToken? NextIf(TokenKind kind) => At(kind) ? Next() : null;

    private SyntaxToken? NextIf(Keyword keyword) => At(keyword) ? Next() : null;

    /// <summary>Passes over a token: its text becomes leading trivia of the next one that is taken.</summary>
    private void Skip()
    {
        if (At(TokenKind.EndOfFile))
            return;
        if (_skippedFrom < 0)
            _skippedFrom = Current.FullSpan.Start;
        _position++;
    }

    private SyntaxToken Missing(TokenKind kind, Keyword keyword = Keyword.None) =>
        new(_source, kind, keyword, _last.FullSpan.End, _last.Span.End, _last.Span.End, _last.FullSpan.End, "");

    // What the lexer could not read has its diagnostic; for the grammar it is not there.
    private static (SyntaxToken[] Tokens, bool[] AfterBad) WithoutBad(SyntaxToken[] tokens)
    {
        if (!Array.Exists(tokens, token => token.Kind == TokenKind.Bad))
            return (tokens, []);
        var kept = new List<SyntaxToken>(tokens.Length);
        var afterBad = new bool[tokens.Length];
        var from = -1;
        foreach (var token in tokens)
        {
            if (token.Kind == TokenKind.Bad)
            {
                from = from < 0 ? token.FullSpan.Start : from;
                continue;
            }

            afterBad[kept.Count] = from >= 0;
            kept.Add(from < 0 ? token : token.WithFullStart(from));
            from = -1;
        }

        return ([.. kept], afterBad);
    }

    private static bool BracesMatch(SyntaxToken[] tokens)
    {
        var open = 0;
        foreach (var token in tokens)
        {
            if (token.Kind == TokenKind.OpenBrace)
                open++;
            else if (token.Kind == TokenKind.CloseBrace && --open < 0)
                return false;
        }

        return open == 0;
    }
}
