using System.Globalization;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Text;
using AirsPolicy.Text;

namespace AirsPolicy.Language.Syntax;

internal sealed partial class Lexer
{
    // The order is that in which parts of a duration may follow one another.
    private static readonly (string Name, long Ticks)[] s_durationUnits =
    [
        ("y", 365 * TimeSpan.TicksPerDay), ("d", TimeSpan.TicksPerDay), ("h", TimeSpan.TicksPerHour),
        ("m", TimeSpan.TicksPerMinute), ("s", TimeSpan.TicksPerSecond), ("ms", TimeSpan.TicksPerMillisecond),
    ];

    private static readonly (string Name, long Bytes)[] s_sizeUnits =
        [("B", 1), ("KiB", 1L << 10), ("MiB", 1L << 20), ("GiB", 1L << 30), ("TiB", 1L << 40)];

    private static readonly string[] s_unitNames = [.. s_sizeUnits.Select(unit => unit.Name), .. s_durationUnits.Select(unit => unit.Name)];

    private static readonly Dictionary<string, string> s_foreignUnits = new(StringComparer.OrdinalIgnoreCase)
    {
        ["kb"] = "KiB",
        ["mb"] = "MiB",
        ["gb"] = "GiB",
        ["tb"] = "TiB",
        ["sec"] = "s",
        ["secs"] = "s",
        ["second"] = "s",
        ["seconds"] = "s",
        ["min"] = "m",
        ["mins"] = "m",
        ["minute"] = "m",
        ["minutes"] = "m",
        ["hr"] = "h",
        ["hrs"] = "h",
        ["hour"] = "h",
        ["hours"] = "h",
        ["day"] = "d",
        ["days"] = "d",
        ["year"] = "y",
        ["years"] = "y",
    };

    private void LexUnit(int start, int numberEnd, bool hasPoint)
    {
        var unitStart = _position;
        while (CharacterClass.IsLetter(At(0)) || At(0) == '_')
            _position++;
        var unit = _text[unitStart.._position];
        if (Array.FindIndex(s_sizeUnits, size => size.Name == unit) is var size and >= 0 && !CharacterClass.IsDigit(At(0)) && !hasPoint)
        {
            _kind = TokenKind.Size;
            _value = Multiply(Digits(start, numberEnd), s_sizeUnits[size].Bytes) is { } bytes
                ? new SizeLiteral(bytes)
                : OutOfRange(Span(start));
            return;
        }

        if (Array.FindIndex(s_durationUnits, duration => duration.Name == unit) is var first and >= 0 && !hasPoint)
        {
            LexDuration(start, numberEnd, first);
            return;
        }

        while (CharacterClass.IsNamePart(At(0)))
            _position++;
        ReportUnit(start, unitStart, hasPoint);
    }

    private void ReportUnit(int start, int unitStart, bool hasPoint)
    {
        var unit = _text[unitStart.._position];
        _kind = TokenKind.Integer;
        if (hasPoint && Array.IndexOf(s_unitNames, unit) >= 0)
        {
            reporter.Report(LexicalDiagnostics.FractionOfUnit, Span(start), _text[start.._position]);
            return;
        }

        if (unit is "k" or "K" && !hasPoint)
        {
            reporter.Report(LexicalDiagnostics.Thousand, Span(start), _text[start.._position], _text[start..unitStart]);
            return;
        }

        var right =
            s_foreignUnits.GetValueOrDefault(unit)
            ?? Array.Find(s_unitNames, name => string.Equals(name, unit, StringComparison.OrdinalIgnoreCase));
        var span = Span(unitStart);
        if (right is null || hasPoint)
            reporter.Report(LexicalDiagnostics.UnknownUnit, span, unit);
        else
            reporter.Report(LexicalDiagnostics.UnknownUnit, span, new DiagnosticFix($"Write '{right}'", [new TextEdit(span, right)]), unit);
    }

    // "5 min": the unit that stands apart on the same line is taken, so that one slip gives one message.
    private bool TryLexUnitApart(int start, int numberEnd)
    {
        var begin = numberEnd;
        while (begin < _text.Length && _text[begin] is ' ' or '\t')
            begin++;
        var end = begin;
        while (end < _text.Length && CharacterClass.IsNamePart(_text[end]))
            end++;
        if (begin == numberEnd || !s_foreignUnits.TryGetValue(_text[begin..end], out var unit))
            return false;
        _position = end;
        _kind = Array.Exists(s_sizeUnits, size => size.Name == unit) ? TokenKind.Size : TokenKind.Duration;
        var right = $"{_text[start..numberEnd]}{unit}";
        reporter.Report(
            LexicalDiagnostics.UnitApart,
            Span(start),
            new DiagnosticFix($"Write '{right}'", [new TextEdit(Span(start), right)]),
            _text[start..end],
            right);
        return true;
    }

    // 1h30m: each part with a smaller unit than the one before.
    private void LexDuration(int start, int numberEnd, int unit)
    {
        _kind = TokenKind.Duration;
        var total = Multiply(Digits(start, numberEnd), s_durationUnits[unit].Ticks);
        while (CharacterClass.IsNamePart(At(0)))
        {
            var partStart = _position;
            var tidy = ScanDigits();
            var digitsEnd = _position;
            while (CharacterClass.IsLetter(At(0)) || At(0) == '_')
                _position++;
            var name = _text[digitsEnd.._position];
            var next = Array.FindIndex(s_durationUnits, duration => duration.Name == name);
            if (digitsEnd == partStart || next <= unit)
            {
                while (CharacterClass.IsNamePart(At(0)))
                    _position++;
                reporter.Report(LexicalDiagnostics.DurationOrder, Span(start), _text[start.._position]);
                return;
            }

            if (!tidy)
                ReportUnderscore(new TextSpan(partStart, digitsEnd));
            unit = next;
            total = Add(total, Multiply(Digits(partStart, digitsEnd), s_durationUnits[unit].Ticks));
        }

        _value = total is { } ticks ? new DurationLiteral(ticks) : OutOfRange(Span(start));
    }

    private static long? Multiply(string digits, long factor) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= long.MaxValue / factor
            ? number * factor
            : null;

    private static long? Add(long? left, long? right) => left is { } a && right is { } b && a <= long.MaxValue - b ? a + b : null;
}
