using System.Globalization;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Text;
using AirsPolicy.Text;

namespace AirsPolicy.Language.Syntax;

internal sealed partial class Lexer
{
    private void LexNumber()
    {
        var start = _position;
        if (TryLexDate())
            return;
        var tidy = ScanDigits();
        var point = -1;
        if (At(0) == '.' && CharacterClass.IsDigit(At(1)))
        {
            point = _position++;
            tidy &= ScanDigits();
        }

        var numberEnd = _position;
        var digits = Digits(start, numberEnd);
        if (At(0) == '%')
        {
            _position++;
            _kind = TokenKind.Share;
            _value = ReadShare(digits, Span(start));
        }
        else if (CharacterClass.IsLetter(At(0)) || At(0) == '_')
        {
            LexUnit(start, numberEnd, point >= 0);
        }
        else if (EndOfCurrency() is var end && end > 0)
        {
            var currency = _names.Intern(_text.AsSpan(end - 3, 3), out _);
            _position = end;
            _kind = TokenKind.Money;
            _value = ReadDecimal(digits, Span(start)) is { } amount ? new MoneyLiteral(amount, currency) : null;
        }
        else if (point >= 0)
        {
            _kind = TokenKind.Decimal;
            _value = ReadDecimal(digits, Span(start)) is { } value ? new DecimalLiteral(value) : null;
        }
        else if (!TryLexUnitApart(start, numberEnd))
        {
            _kind = TokenKind.Integer;
            _value = long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
                ? new IntegerLiteral(value)
                : OutOfRange(Span(start));
        }

        if (!tidy)
        {
            _value = null;
            ReportUnderscore(new TextSpan(start, numberEnd));
        }
    }

    private void ReportUnderscore(TextSpan number)
    {
        var written = _text[number.Start..number.End];
        var right = string.Join('_', written.Split('_', StringSplitOptions.RemoveEmptyEntries));
        var fix = new DiagnosticFix($"Write '{right}'", [new TextEdit(number, right)]);
        reporter.Report(LexicalDiagnostics.Underscore, number, fix, written);
    }

    private TextSpan Span(int start) => new(start, _position);

    // An underscore stands between two digits.
    private bool ScanDigits()
    {
        var tidy = true;
        for (; CharacterClass.IsDigit(At(0)) || (At(0) == '_' && (CharacterClass.IsDigit(At(1)) || At(1) == '_')); _position++)
            tidy &= At(0) != '_' || CharacterClass.IsDigit(At(1));
        return tidy;
    }

    private string Digits(int start, int end)
    {
        var digits = _text[start..end];
        return digits.Contains('_', StringComparison.Ordinal) ? digits.Replace("_", "", StringComparison.Ordinal) : digits;
    }

    private object? OutOfRange(TextSpan span)
    {
        reporter.Report(LexicalDiagnostics.NumberRange, span, _text[span.Start..span.End]);
        return null;
    }

    // 28 digits fit a decimal whatever they are; System.Decimal would round more of them in silence.
    private decimal? ReadDecimal(string digits, TextSpan span)
    {
        if (digits.Length - (digits.Contains('.', StringComparison.Ordinal) ? 1 : 0) <= 28)
            return decimal.Parse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        OutOfRange(span);
        return null;
    }

    private ShareLiteral? ReadShare(string digits, TextSpan span)
    {
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? digits : digits[..point];
        var fraction = point < 0 ? "" : digits[(point + 1)..].TrimEnd('0');
        if (fraction.Length > 4)
        {
            reporter.Report(LexicalDiagnostics.ShareDigits, span, _text[span.Start..span.End]);
            return null;
        }

        if (whole.Length <= 9)
        {
            var millionths =
                (long.Parse(whole, CultureInfo.InvariantCulture) * 10_000)
                + int.Parse(fraction.PadRight(4, '0'), CultureInfo.InvariantCulture);
            if (millionths <= 1_000_000)
                return new ShareLiteral((int)millionths);
        }

        reporter.Report(LexicalDiagnostics.ShareRange, span, _text[span.Start..span.End]);
        return null;
    }

    // "200 GBP": white space, then exactly three capitals, whatever follows them but a letter, digit or underscore.
    private int EndOfCurrency()
    {
        var place = _position;
        while (place < _text.Length && (_text[place] is ' ' or '\t' or '\n' or '\r' || CharacterClass.IsGap(_text[place])))
            place++;
        if (place == _position || place + 3 > _text.Length)
            return 0;
        for (var i = place; i < place + 3; i++)
        {
            if (_text[i] is not (>= 'A' and <= 'Z'))
                return 0;
        }

        return place + 3 < _text.Length && CharacterClass.IsNamePart(_text[place + 3]) ? 0 : place + 3;
    }

    private bool TryLexDate()
    {
        for (var i = 0; i < 10; i++)
        {
            if (i is 4 or 7 ? At(i) != '-' : !CharacterClass.IsDigit(At(i)))
                return false;
        }

        if (CharacterClass.IsNamePart(At(10)))
            return false;
        var start = _position;
        _position += 10;
        _kind = TokenKind.Date;
        if (DateOnly.TryParseExact(_text.AsSpan(start, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            _value = new DateLiteral(date.DayNumber);
        else
            reporter.Report(LexicalDiagnostics.NoSuchDate, Span(start), _text[start.._position]);
        return true;
    }
}
