using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Text;
using AirsPolicy.Text;

namespace AirsPolicy.Language.Syntax;

internal sealed partial class Parser
{
    // After an error that was not mended nothing more is reported until the next member or declaration: the rest follows from it.
    private bool _lost;
    private int _openParentheses, _openBrackets;

    private void Report(DiagnosticDescriptor descriptor, TextSpan span, params ReadOnlySpan<string> arguments)
    {
        if (!_lost)
            _reporter.Report(descriptor, span, arguments);
    }

    private void Report(DiagnosticDescriptor descriptor, TextSpan span, DiagnosticFix fix, params ReadOnlySpan<string> arguments)
    {
        if (!_lost)
            _reporter.Report(descriptor, span, fix, arguments);
    }

    private void Fail(DiagnosticDescriptor descriptor, TextSpan span, params ReadOnlySpan<string> arguments)
    {
        if (!LexerReportedHere())
            Report(descriptor, span, arguments);
        _lost = true;
    }

    private void Fail(DiagnosticDescriptor descriptor, TextSpan span, DiagnosticFix fix, params ReadOnlySpan<string> arguments)
    {
        if (!LexerReportedHere())
            Report(descriptor, span, fix, arguments);
        _lost = true;
    }

    private void FailExpected(string what, string? where) => Fail(SyntaxDiagnostics.Expected, Place(), what, where ?? AfterLast());

    private bool LexerReportedHere() => (_afterBad.Length > 0 && _afterBad[_position]) || (_restIsText && At(TokenKind.EndOfFile));

    /// <summary>
    /// Where something is missing: at the token found instead, or behind the last one where that stands on an earlier line.
    /// </summary>
    private TextSpan Place()
    {
        var end = _last.Span.End;
        return At(TokenKind.EndOfFile) || (_last != _beforeFirst && _source.LineOf(end) != _source.LineOf(Current.Span.Start))
            ? new TextSpan(end, end)
            : Current.Span;
    }

    private string AfterLast() => _last.Kind switch
    {
        TokenKind.Bad => "at the start of the file",
        TokenKind.Text => "after the text",
        TokenKind.Pattern => "after the pattern",
        _ => $"after '{_last.Text}'",
    };

    private static string Describe(SyntaxToken token) => token.Kind switch
    {
        TokenKind.EndOfFile => "The end of the file",
        TokenKind.Text => "A text",
        TokenKind.Pattern => "A pattern",
        _ => $"'{token.Text}'",
    };

    private SyntaxToken Expect(Keyword keyword, string? where = null)
    {
        if (At(keyword))
            return Next();
        DropStrayClosing();
        if (At(keyword))
            return Next();
        var spelling = KeywordTable.SpellingOf(keyword);
        if (IsMisspelt(Current, spelling))
        {
            ReportMisspelt(spelling, "here");
            return Next();
        }

        FailExpected($"'{spelling}'", where);
        return Missing(KeywordTable.IsReserved(keyword) ? TokenKind.Reserved : TokenKind.Name, keyword);
    }

    private SyntaxToken Expect(TokenKind kind, string what, string? where = null)
    {
        if (At(kind))
            return Next();
        DropStrayClosing();
        if (At(kind))
            return Next();
        FailExpected(what, where);
        return Missing(kind);
    }

    private SyntaxToken ExpectText(string? where = null) => Expect(TokenKind.Text, "a text in double quotes", where);

    private SyntaxToken ExpectId() => Expect(TokenKind.CatalogueId, "a catalogue id such as 'GR-IN-01'");

    private SyntaxToken ExpectDate() => Expect(TokenKind.Date, "a date such as '2027-03-31'");

    private SyntaxToken ExpectNumber(string what = "a number")
    {
        if (IsNumber(Current.Kind))
            return Next();
        FailExpected(what, null);
        return Missing(TokenKind.Integer);
    }

    private static bool IsNumber(TokenKind kind) => kind is >= TokenKind.Integer and <= TokenKind.Money;

    private SyntaxToken ExpectName(string what = "a name")
    {
        if (At(TokenKind.Name) && !BeginsAlways())
            return Next();
        if (At(TokenKind.CatalogueId))
            return NextMisspelledName();
        if (At(TokenKind.Reserved)
            && Current.Keyword is not (Keyword.Then or Keyword.When or Keyword.Where or Keyword.Per or Keyword.Of or Keyword.By))
        {
            Report(SyntaxDiagnostics.ReservedName, Current.Span, Current.Text);
            return Next();
        }

        FailExpected(what, null);
        return Missing(TokenKind.Name);
    }

    private SyntaxToken NextMisspelledName()
    {
        var name = Lexer.SnakeCase(Current.Text);
        Report(
            LexicalDiagnostics.NameSpelling,
            Current.Span,
            new DiagnosticFix($"Write '{name}'", [new TextEdit(Current.Span, name)]),
            Current.Text,
            name);
        return Next();
    }

    private static bool IsMisspelt(SyntaxToken token, string spelling) =>
        token is { Kind: TokenKind.Name or TokenKind.CatalogueId, Keyword: Keyword.None }
        && Spelling.Nearest(token.Text, [spelling]) is not null;

    private void ReportMisspelt(string spelling, string where) => Report(
        SyntaxDiagnostics.Misspelt,
        Current.Span,
        new DiagnosticFix($"Write '{spelling}'", [new TextEdit(Current.Span, spelling)]),
        Current.Text, where, spelling);

    /// <summary>Passes over closing marks that nothing opened, so that what follows is still read.</summary>
    private void DropStrayClosing()
    {
        while ((At(TokenKind.CloseParenthesis) && _openParentheses == 0) || (At(TokenKind.CloseBracket) && _openBrackets == 0))
        {
            ReportStray(Current);
            Skip();
        }
    }

    private void ReportStray(SyntaxToken token) =>
        Report(
            SyntaxDiagnostics.StrayClosing,
            token.Span,
            new DiagnosticFix($"Remove '{token.Text}'", [new TextEdit(token.Span, "")]),
            token.Text);

    private SyntaxToken ExpectClosing(TokenKind kind, SyntaxToken open)
    {
        if (At(kind))
            return Next();
        var mark = kind switch { TokenKind.CloseBrace => "}", TokenKind.CloseBracket => "]", _ => ")" };
        var end = _last.Span.End;
        Fail(
            SyntaxDiagnostics.NotClosed,
            Place(),
            new DiagnosticFix($"Insert '{mark}'", [new TextEdit(new TextSpan(end, end), mark)]),
            mark,
            open.Text);
        return Missing(kind);
    }
}
