using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Text;
using AirsPolicy.Text;

namespace AirsPolicy.Language.Syntax;

internal sealed partial class Lexer
{
    private void LexSlash()
    {
        if (At(1) == '*')
            LexForeignComment();
        else if (FollowsOperand())
            LexForeign(1);
        else
            LexPattern();
    }

    private void LexForeign(int length)
    {
        _kind = TokenKind.ForeignOperator;
        _position += length;
    }

    // Behind a value a slash can only be a division; the words before a pattern are keywords.
    private bool FollowsOperand() =>
        _previous
            is { Kind: TokenKind.Name, Keyword: Keyword.None }
                or
            {
                Kind: TokenKind.CloseParenthesis
                        or TokenKind.Integer
                        or TokenKind.Decimal
                        or TokenKind.Share
                        or TokenKind.Money
                        or TokenKind.Duration
                        or TokenKind.Size,
            };

    private void LexForeignComment()
    {
        var start = _position;
        var end = _text.IndexOf("*/", start + 2, StringComparison.Ordinal);
        _kind = TokenKind.Bad;
        _position = end < 0 ? _text.Length : end + 2;
        reporter.Report(LexicalDiagnostics.ForeignComment, new TextSpan(start, start + 2), "/*");
    }

    // Ends at the first slash neither escaped nor inside [...], as in ECMA-262, 12.9.5; never crosses a line.
    private void LexPattern()
    {
        var start = _position++;
        var inClass = false;
        for (; At(0) != '/' || inClass; _position++)
        {
            if (_position >= _text.Length || _text[_position] is '\n' or '\r')
            {
                _kind = TokenKind.Pattern;
                _position = EndOfOpen(start);
                reporter.Report(LexicalDiagnostics.OpenPattern, Span(start));
                return;
            }

            if (_text[_position] == '\\' && At(1) is not ('\n' or '\r' or '\0'))
                _position++;
            else if (_text[_position] == '[')
                inClass = true;
            else if (_text[_position] == ']')
                inClass = false;
        }

        var content = new TextSpan(start + 1, _position++);
        var flags = _position;
        while (CharacterClass.IsNamePart(At(0)))
            _position++;
        _kind = TokenKind.Pattern;
        var flag = _text.AsSpan(flags, _position - flags);
        _value = new PatternLiteral(content, flag.Contains('i'));
        Patterns.Add(start);
        if (flag is not ("" or "i"))
        {
            var right = flag.Contains('i') ? "i" : "";
            var fix = new DiagnosticFix(right.Length > 0 ? "Keep only 'i'" : "Remove the flags", [new TextEdit(Span(flags), right)]);
            reporter.Report(LexicalDiagnostics.PatternFlag, Span(flags), fix, flag.ToString());
        }

        TextCharacters.Check(source, content, canEscape: true, reporter);
    }
}
