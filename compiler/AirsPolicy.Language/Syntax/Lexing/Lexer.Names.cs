using System.Text;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Text;
using AirsPolicy.Text;
using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Language.Syntax;

internal sealed partial class Lexer
{
    private void LexName()
    {
        var start = _position;
        var hasCapital = false;
        var strange = -1;
        while (_position < _text.Length)
        {
            var unit = _text[_position];
            if (CharacterClass.IsNamePart(unit))
            {
                hasCapital |= unit is >= 'A' and <= 'Z';
                _position++;
            }
            else if (unit >= 0x80 && ContinuesName(out var width))
            {
                strange = strange < 0 ? _position : strange;
                _position += width;
            }
            else
            {
                break;
            }
        }

        var span = new TextSpan(start, _position);
        var name = _names.Intern(_text.AsSpan(start, span.Length), out _keyword);
        _kind = KeywordTable.IsReserved(_keyword) ? TokenKind.Reserved : TokenKind.Name;
        _value = name;
        if (strange >= 0)
            ReportStrangeName(name, span, strange);
        else if (hasCapital)
            reporter.Report(
                LexicalDiagnostics.NameSpelling,
                span,
                new DiagnosticFix($"Write '{SnakeCase(name)}'", [new TextEdit(span, SnakeCase(name))]),
                name,
                SnakeCase(name));
    }

    // Letters of other scripts and characters that show nothing stay in the name, so that it costs one diagnostic.
    private bool ContinuesName(out int width)
    {
        var codePoint = CharacterClass.CodePointAt(_text, _position);
        width = CharacterClass.WidthAt(_text, _position);
        return CharacterTables.IsWord(codePoint)
            || (
                !CharacterClass.IsGap(_text[_position])
                && (CharacterTables.IsInvisible(codePoint) || CharacterTables.IsBidirectionalControl(codePoint)));
    }

    private void ReportStrangeName(string name, TextSpan span, int strange)
    {
        var codePoint = CharacterClass.CodePointAt(_text, strange);
        if (CharacterTables.IsBidirectionalControl(codePoint))
        {
            var place = new TextSpan(strange, strange + CharacterClass.WidthAt(_text, strange));
            reporter.Report(
                LexicalDiagnostics.BidirectionalControl,
                place,
                new DiagnosticFix("Remove it", [new TextEdit(place, "")]),
                CharacterClass.Describe(codePoint));
            return;
        }

        reporter.Report(LexicalDiagnostics.NameCharacter, span, VisiblePart(name), CharacterClass.Describe(codePoint));
    }

    private static string VisiblePart(string name)
    {
        var shown = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            if (!CharacterTables.IsInvisible(rune.Value) && !CharacterTables.IsBidirectionalControl(rune.Value))
                shown.Append(rune.ToString());
        }

        return shown.ToString();
    }

    // GR-IN-01, EC-2.1, LLM01: a hyphen or dot belongs to the id only with a capital or digit behind it.
    private void LexCatalogueId()
    {
        var start = _position;
        while (CharacterClass.IsNamePart(At(0)) || (At(0) is '-' or '.' && At(1) is >= 'A' and <= 'Z' or >= '0' and <= '9'))
            _position++;
        if (At(0) >= 0x80 && ContinuesName(out _))
        {
            _position = start;
            LexName();
            return;
        }

        _kind = TokenKind.CatalogueId;
        _value = _names.Intern(_text.AsSpan(start, _position - start), out _);
    }

    /// <summary>The spelling a name should have: <c>orderId</c> and <c>Order-Id</c> become <c>order_id</c>.</summary>
    internal static string SnakeCase(string name)
    {
        var spelled = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var unit = name[i];
            var isCapital = unit is >= 'A' and <= 'Z';
            if (isCapital && i > 0 && name[i - 1] is >= 'a' and <= 'z' or >= '0' and <= '9')
                spelled.Append('_');
            spelled.Append(isCapital ? (char)(unit | 0x20) : unit is '-' or '.' ? '_' : unit);
        }

        return spelled.ToString();
    }
}
