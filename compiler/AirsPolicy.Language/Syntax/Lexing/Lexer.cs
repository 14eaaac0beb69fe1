using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Text;
using AirsPolicy.Text;
using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Language.Syntax;

/// <summary>
/// Cuts a file into tokens. Where a token begins and ends depends on the characters alone, so that a skipped stretch can be cut again.
/// </summary>
internal sealed partial class Lexer(SourceText source, SyntaxReporter reporter)
{
    private readonly string _text = source.Content;
    private readonly NameTable _names = new();
    private int _position;
    private TokenKind _kind;
    private Keyword _keyword;
    private object? _value;
    private SyntaxToken? _previous;

    /// <summary>Whether a block of text took the rest of the file.</summary>
    public bool HasOpenBlock { get; private set; }

    /// <summary>A pattern has been read.</summary>
    public List<int> Patterns { get; } = [];

    /// <summary>All tokens of the file, the end of the file last.</summary>
    public SyntaxToken[] LexAll()
    {
        var tokens = new List<SyntaxToken>((_text.Length / 6) + 8);
        do
        {
            tokens.Add(_previous = Next());
        }
        while (tokens[^1].Kind != TokenKind.EndOfFile);
        return [.. tokens];
    }

    /// <summary>The end of the token that begins at <paramref name="start"/>; at least one character on.</summary>
    public int EndOfToken(int start)
    {
        _position = start;
        LexToken();
        return Math.Max(_position, start + 1);
    }

    private SyntaxToken Next()
    {
        var fullStart = _position;
        SkipTrivia(throughLineBreaks: true);
        var start = _position;
        LexToken();
        var end = _position;
        SkipTrivia(throughLineBreaks: false);
        return new SyntaxToken(source, _kind, _keyword, fullStart, start, end, _position, _value);
    }

    // Trailing trivia ends behind the first line break, leading trivia at the token.
    private void SkipTrivia(bool throughLineBreaks)
    {
        while (_position < _text.Length)
        {
            var unit = _text[_position];
            if (unit is ' ' or '\t' || CharacterClass.IsGap(unit))
            {
                _position++;
            }
            else if (unit is '\n' or '\r')
            {
                _position = CharacterClass.AfterLineBreak(_text, _position);
                if (!throughLineBreaks)
                    return;
            }
            else if (unit == '/' && At(1) == '/')
            {
                var start = _position;
                _position = CharacterClass.EndOfLine(_text, start);
                TextCharacters.CheckComment(source, new TextSpan(start, _position), reporter);
            }
            else
            {
                return;
            }
        }
    }

    private char At(int offset) => _position + offset < _text.Length ? _text[_position + offset] : '\0';

    private void LexToken()
    {
        _keyword = Keyword.None;
        _value = null;
        if (_position >= _text.Length)
        {
            _kind = TokenKind.EndOfFile;
            return;
        }

        var unit = _text[_position];
        if (unit is >= 'a' and <= 'z' or '_')
            LexName();
        else if (unit is >= 'A' and <= 'Z')
            LexCatalogueId();
        else if (unit is >= '0' and <= '9')
            LexNumber();
        else if (unit == '"')
            LexText();
        else if (unit == '\'')
            LexSingleQuoted();
        else if (unit == '/')
            LexSlash();
        else if (!TryLexPunctuation(unit))
            LexOther();
    }

    private bool TryLexPunctuation(char unit)
    {
        var (kind, length) = (unit, At(1), At(2)) switch
        {
            ('{', _, _) => (TokenKind.OpenBrace, 1),
            ('}', _, _) => (TokenKind.CloseBrace, 1),
            ('(', _, _) => (TokenKind.OpenParenthesis, 1),
            (')', _, _) => (TokenKind.CloseParenthesis, 1),
            ('[', _, _) => (TokenKind.OpenBracket, 1),
            (']', _, _) => (TokenKind.CloseBracket, 1),
            (',', _, _) => (TokenKind.Comma, 1),
            ('.', _, _) => (TokenKind.Dot, 1),
            (':', _, _) => (TokenKind.Colon, 1),
            ('=' or '!', '=', '=') => (TokenKind.ForeignOperator, 3),
            ('=', '=', _) => (TokenKind.EqualEqual, 2),
            ('=', '<' or '>', _) => (TokenKind.ForeignOperator, 2),
            ('=', _, _) => (TokenKind.Equal, 1),
            ('!', '=', _) => (TokenKind.NotEqual, 2),
            ('!', _, _) => (TokenKind.ForeignOperator, 1),
            ('<', '=', _) => (TokenKind.LessOrEqual, 2),
            ('<', '>', _) => (TokenKind.ForeignOperator, 2),
            ('<', _, _) => (TokenKind.Less, 1),
            ('>', '=', _) => (TokenKind.GreaterOrEqual, 2),
            ('>', _, _) => (TokenKind.Greater, 1),
            ('+', _, _) => (TokenKind.Plus, 1),
            ('-', '>', _) => (TokenKind.Arrow, 2),
            ('-', _, _) => (TokenKind.Minus, 1),
            ('*', _, _) => (TokenKind.Star, 1),
            ('?', '?', _) => (TokenKind.QuestionQuestion, 2),
            ('?', _, _) => (TokenKind.Question, 1),
            ('|', '|', _) => (TokenKind.ForeignOperator, 2),
            ('|', _, _) => (TokenKind.Bar, 1),
            ('&', '&', _) => (TokenKind.ForeignOperator, 2),
            ('≤' or '≥' or '≠', _, _) => (TokenKind.ForeignOperator, 1),
            _ => (TokenKind.Bad, 0),
        };
        _kind = kind;
        _position += length;
        return length > 0;
    }

    // The amount goes with its sign: without it a number would be left that means something else.
    private void LexAmountWithSign(int start)
    {
        _position++;
        ScanDigits();
        if (At(0) == '.' && CharacterClass.IsDigit(At(1)))
        {
            _position++;
            ScanDigits();
        }
        _kind = TokenKind.Money;
        reporter.Report(LexicalDiagnostics.CurrencySign, Span(start), _text[start.._position], _text[(start + 1).._position]);
    }

    private void LexOther()
    {
        var start = _position;
        if (_text[start] == ';')
        {
            _kind = TokenKind.Bad;
            _position++;
            reporter.Report(
                LexicalDiagnostics.Semicolon,
                new TextSpan(start, _position),
                new DiagnosticFix("Remove ';'", [new TextEdit(new TextSpan(start, _position), "")]));
            return;
        }

        if (_text[start] == '#')
        {
            _kind = TokenKind.Bad;
            _position = CharacterClass.EndOfLine(_text, start);
            var sign = new TextSpan(start, start + 1);
            reporter.Report(
                LexicalDiagnostics.ForeignComment,
                sign,
                new DiagnosticFix("Begin the comment with '//'", [new TextEdit(sign, "//")]),
                "#");
            return;
        }

        if (_text[start] is '$' or '€' or '£' or '¥' && CharacterClass.IsDigit(At(1)))
        {
            LexAmountWithSign(start);
            return;
        }

        if (CharacterClass.CodePointAt(_text, start) is var codePoint && codePoint >= 0x80 && CharacterTables.IsWord(codePoint))
        {
            LexName();
            return;
        }

        // A run of characters that are no tokens costs one diagnostic, which names the first.
        _kind = TokenKind.Bad;
        while (_position < _text.Length && CharacterClass.BeginsNothing(_text, _position))
            _position += CharacterClass.WidthAt(_text, _position);
        if (_position == start)
            _position += CharacterClass.WidthAt(_text, start);
        var span = new TextSpan(start, _position);
        var descriptor = CharacterTables.IsBidirectionalControl(codePoint)
            ? LexicalDiagnostics.BidirectionalControl
            : LexicalDiagnostics.UnexpectedCharacter;
        reporter.Report(descriptor, span, new DiagnosticFix("Remove it", [new TextEdit(span, "")]), CharacterClass.Describe(codePoint));
    }
}
