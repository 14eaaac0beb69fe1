using System.Globalization;
using System.Text;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Text;
using AirsPolicy.Text;

namespace AirsPolicy.Language.Syntax;

internal sealed partial class Lexer
{
    private void LexText()
    {
        if (At(1) == '"' && At(2) == '"')
        {
            LexBlock();
            return;
        }

        var start = _position++;
        _kind = TokenKind.Text;
        StringBuilder? decoded = null;
        var copied = _position;
        while (true)
        {
            if (_position >= _text.Length || _text[_position] is '\n' or '\r')
            {
                ReportOpenText(start);
                return;
            }

            var unit = _text[_position];
            if (unit == '"')
                break;
            if (unit != '\\')
            {
                _position++;
                continue;
            }

            decoded ??= new StringBuilder();
            decoded.Append(_text, copied, _position - copied);
            LexEscape(decoded);
            copied = _position;
        }

        var value = decoded is null ? _text[copied.._position] : decoded.Append(_text, copied, _position - copied).ToString();
        _position++;
        _value = new TextLiteral(value, IsBlock: false);
        TextCharacters.Check(source, Span(start), canEscape: true, reporter);
    }

    // What is not closed takes the rest of its line, but not a comma or closing mark at its end, which was probably meant to follow.
    private int EndOfOpen(int start)
    {
        var end = _position;
        while (end > start + 1 && (_text[end - 1] is ' ' or '\t' or ',' or ')' or '}' or ']'))
            end--;
        return end;
    }

    private void ReportOpenText(int start)
    {
        var end = _position = EndOfOpen(start);
        _value = new TextLiteral(_text[(start + 1)..end], IsBlock: false);
        reporter.Report(
            LexicalDiagnostics.OpenText,
            Span(start),
            new DiagnosticFix("Close the text with '\"'", [new TextEdit(new TextSpan(end, end), "\"")]));
    }

    private void LexEscape(StringBuilder decoded)
    {
        var start = _position;
        _position += 2;
        switch (At(-1))
        {
            case '"' or '\\':
                decoded.Append(At(-1));
                return;
            case 'n':
                decoded.Append('\n');
                return;
            case 'r':
                decoded.Append('\r');
                return;
            case 't':
                decoded.Append('\t');
                return;
            case 'u' when ReadCodePoint() is { } codePoint:
                decoded.Append(char.ConvertFromUtf32(codePoint));
                return;
        }

        if (_position > _text.Length || _text[_position - 1] is '\n' or '\r')
            _position = start + 1;
        var span = Span(start);
        reporter.Report(
            LexicalDiagnostics.UnknownEscape,
            span,
            new DiagnosticFix("Write a backslash as '\\\\'", [new TextEdit(new TextSpan(start, start), "\\")]),
            _text[start.._position]);
    }

    // \u0041 or \u{1F600}; a surrogate is no character.
    private int? ReadCodePoint()
    {
        var braced = At(0) == '{';
        var digits = _position + (braced ? 1 : 0);
        var length = 0;
        while (length < (braced ? 6 : 4) && digits + length < _text.Length && char.IsAsciiHexDigit(_text[digits + length]))
            length++;
        var end = digits + length;
        if (length == 0 || (braced ? end >= _text.Length || _text[end] != '}' : length != 4))
            return null;
        var codePoint = int.Parse(_text.AsSpan(digits, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        if (codePoint > 0x10FFFF || codePoint is >= 0xD800 and <= 0xDFFF)
            return null;
        _position = end + (braced ? 1 : 0);
        return codePoint;
    }

    private void LexBlock()
    {
        var start = _position;
        _kind = TokenKind.Text;
        var content = start + 3;
        var end = _text.IndexOf("\"\"\"", content, StringComparison.Ordinal);
        if (end < 0)
        {
            _position = _text.Length;
            HasOpenBlock = true;
            reporter.Report(LexicalDiagnostics.OpenBlock, new TextSpan(start, content));
            return;
        }

        _position = end + 3;
        _value = new TextLiteral(BlockText.Strip(_text.AsSpan(content, end - content)), IsBlock: true);
        TextCharacters.Check(source, Span(start), canEscape: false, reporter);
    }

    private void LexSingleQuoted()
    {
        var start = _position++;
        while (_position < _text.Length && _text[_position] is not ('\'' or '\n' or '\r'))
            _position++;
        if (At(0) != '\'')
        {
            _kind = TokenKind.Bad;
            _position = start + 1;
            reporter.Report(
                LexicalDiagnostics.UnexpectedCharacter,
                Span(start),
                new DiagnosticFix("Remove it", [new TextEdit(Span(start), "")]),
                "'''");
            return;
        }

        var value = _text[(start + 1).._position++];
        _kind = TokenKind.Text;
        _value = new TextLiteral(value, IsBlock: false);
        var quoted = $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
        reporter.Report(
            LexicalDiagnostics.SingleQuotes,
            Span(start),
            new DiagnosticFix("Use double quotes", [new TextEdit(Span(start), quoted)]));
    }
}
