using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Text;
using AirsPolicy.Text;

namespace AirsPolicy.Language.Syntax;

internal sealed partial class Parser
{
    private static readonly Dictionary<string, string> s_foreignMembers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["if"] = "when",
        ["rule"] = "when",
        ["condition"] = "when",
        ["onerror"] = "on error",
    };

    private BlockSyntax Block(MemberTable table, SyntaxToken keyword, string name)
    {
        var open = Expect(TokenKind.OpenBrace, "'{'", $"before the members of {table.Noun}");
        var members = Members(table);
        return new BlockSyntax(open, members, CloseBlock(open, keyword, name));
    }

    private SyntaxList<MemberSyntax> Members(MemberTable table)
    {
        if (_nesting >= DeepestNesting)
        {
            TooDeep();
            return SyntaxList<MemberSyntax>.Empty;
        }

        _nesting++;
        var members = new List<MemberSyntax>();
        while (true)
        {
            if (_lost)
                SkipToMember(table);
            if (At(TokenKind.CloseBrace) || At(TokenKind.EndOfFile) || ClosesBlock(table))
                break;
            _lost = false;
            (_openParentheses, _openBrackets) = (0, 0);
            if (ReaderHere(table) is { } read)
                members.Add(read(this));
            else if (FailMember(table))
                members.Add(new UnknownMemberSyntax(Next()));
        }

        _nesting--;
        return members.Count == 0 ? SyntaxList<MemberSyntax>.Empty : new SyntaxList<MemberSyntax>([.. members]);
    }

    private Func<Parser, MemberSyntax>? ReaderHere(MemberTable table)
    {
        if (Current.Keyword != Keyword.None
            && Current.Kind is TokenKind.Name or TokenKind.Reserved
            && table.Find(Current.Keyword) is { } read)
            return read;
        if (Current.Kind is not (TokenKind.Name or TokenKind.CatalogueId))
            return null;
        if (s_foreignMembers.TryGetValue(Current.Text, out var right) && table.Find(KeywordTable.Find(right)) is { } foreign)
        {
            Report(
                SyntaxDiagnostics.ForeignKeyword,
                Current.Span,
                new DiagnosticFix($"Write '{right}'", [new TextEdit(Current.Span, right)]),
                Current.Text,
                right);
            return foreign;
        }

        if (!At(Keyword.None)
            || Ahead.Kind is TokenKind.Comma or TokenKind.Dot
            || Spelling.Nearest(Current.Text, table.Spellings) is not { } near)
            return null;
        ReportMisspelt(near, $"in {table.Noun}");
        return table.Find(KeywordTable.Find(near));
    }

    /// <summary>Reports what begins no member; whether it is kept as an unknown one rather than passed over.</summary>
    private bool FailMember(MemberTable table)
    {
        if (Current.Kind is TokenKind.CloseParenthesis or TokenKind.CloseBracket)
        {
            ReportStray(Current);
            Skip();
            return false;
        }

        Fail(SyntaxDiagnostics.UnknownMember, Current.Span, Describe(Current), table.Noun);
        return true;
    }

    private void SkipToMember(MemberTable table)
    {
        var open = 0;
        for (; !At(TokenKind.EndOfFile) && !ClosesEverything(); Skip())
        {
            if (At(TokenKind.OpenBrace))
                open++;
            else if (At(TokenKind.CloseBrace) && --open < 0)
                return;
            else if (open == 0 && BeginsMember(table))
                return;
        }
    }

    // Inside an expression a member's keyword may be a name; there it stands beside a dot, colon or operator.
    private bool BeginsMember(MemberTable table) =>
        Current.Keyword != Keyword.None
        && table.Find(Current.Keyword) is not null
        && _tokens[Math.Max(_position - 1, 0)].Kind is not (TokenKind.Dot or TokenKind.Comma)
        && Ahead.Kind is not (TokenKind.Dot or TokenKind.Colon or TokenKind.Comma or TokenKind.CloseParenthesis);

    /// <summary>Where braces do not match, a declaration keyword in the first column closes whatever is open.</summary>
    private bool ClosesEverything() =>
        !_bracesMatch && KeywordTable.IsDeclaration(Current.Keyword) && Current.Kind == TokenKind.Name && IsFirstColumn(Current.Span.Start);

    private bool ClosesBlock(MemberTable table) =>
        ClosesEverything()
        || (
            !_bracesMatch
            && KeywordTable.IsDeclaration(Current.Keyword)
            && table.Find(Current.Keyword) is null
            && Ahead.Kind is TokenKind.Name or TokenKind.Text);

    private bool IsFirstColumn(int start) => start == 0 || _source.Content[start - 1] is '\n' or '\r';

    private SyntaxToken CloseBlock(SyntaxToken open, SyntaxToken keyword, string name)
    {
        if (At(TokenKind.CloseBrace))
            return Next();
        var end = _last.Span.End;
        var span = new TextSpan(end, end);
        if (!_lost && !open.IsMissing && !LexerReportedHere())
        {
            var title = name.Length > 0 ? $"{keyword.Text} '{name}'" : $"'{keyword.Text}'";
            _reporter.Add(
                new Diagnostic(SyntaxDiagnostics.MissingBrace, _source, span, [title])
                {
                    Fixes =
                    [
                        new DiagnosticFix(
                            "Insert '}'",
                            [new TextEdit(span, _source.LineOf(open.Span.Start) == _source.LineOf(end) ? " }" : "\n}")]),
                    ],
                    Related = [new RelatedLocation(_source, open.Span, "the brace that is not closed")],
                }
            );
        }

        _lost = true;
        return Missing(TokenKind.CloseBrace);
    }
}
