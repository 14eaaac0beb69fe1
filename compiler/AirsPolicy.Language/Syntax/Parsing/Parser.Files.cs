using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Language.Syntax;

internal sealed partial class Parser
{
    private static readonly string[] s_declarationSpellings =
    [
        .. KeywordTable
            .All.Where(keyword => KeywordTable.IsDeclaration(keyword) || KeywordTable.IsDirective(keyword))
            .Select(KeywordTable.SpellingOf),
    ];

    public FileSyntax ParseFile()
    {
        var header = Header();
        var directives = new List<DirectiveSyntax>();
        var declarations = new List<DeclarationSyntax>();
        while (true)
        {
            if (_lost)
                SkipToDeclaration();
            if (At(TokenKind.EndOfFile))
                break;
            _lost = false;
            (_openParentheses, _openBrackets, _nesting) = (0, 0, 0);
            var keyword = DeclarationKeyword();
            if (KeywordTable.IsDirective(keyword) && declarations.Count == 0)
                directives.Add(Directive(keyword));
            else if (KeywordTable.IsDirective(keyword))
                declarations.Add(MisplacedDirective(keyword));
            else if (KeywordTable.IsDeclaration(keyword))
                declarations.Add(Declaration(keyword));
            else
                FailDeclaration();
        }

        return new FileSyntax(
            header,
            new SyntaxList<DirectiveSyntax>([.. directives]),
            new SyntaxList<DeclarationSyntax>([.. declarations]),
            Next());
    }

    private HeaderSyntax Header()
    {
        if (!At(Keyword.Policy) && !At(Keyword.Library) && !IsMisspelt(Current, "policy") && !IsMisspelt(Current, "library"))
        {
            if (!LexerReportedHere())
                Report(SyntaxDiagnostics.MissingHeader, Place());
            var none = Missing(TokenKind.Name);
            return new HeaderSyntax(none, new PathSyntax(new SeparatedSyntaxList<SyntaxToken>([none], [])), null);
        }

        var keyword = At(Keyword.Library) || IsMisspelt(Current, "library") ? Expect(Keyword.Library) : Expect(Keyword.Policy);
        var path = Path();
        return new HeaderSyntax(keyword, path, At(Keyword.Version) ? new VersionSyntax(Next(), ExpectText()) : null);
    }

    private DirectiveSyntax Directive(Keyword keyword)
    {
        if (keyword == Keyword.Extends)
            return new ExtendsDirectiveSyntax(Next(), Path());
        var use = Next();
        return At(Keyword.Catalogue) && Ahead.Kind == TokenKind.Text
            ? new UseCatalogueDirectiveSyntax(use, Next(), Next())
            : new UseDirectiveSyntax(use, Path());
    }

    private MisplacedDirectiveSyntax MisplacedDirective(Keyword keyword)
    {
        Report(SyntaxDiagnostics.MisplacedDirective, Current.Span, Current.Text);
        return new MisplacedDirectiveSyntax(Directive(keyword));
    }

    // The keyword a declaration begins with here, also where it is misspelt.
    private Keyword DeclarationKeyword()
    {
        if (Current.Kind is not (TokenKind.Name or TokenKind.CatalogueId) || !At(Keyword.None))
            return Current.Keyword;
        if (Ahead.Kind is not (TokenKind.Name or TokenKind.Text or TokenKind.OpenBrace)
            || Spelling.Nearest(Current.Text, s_declarationSpellings) is not { } near)
            return Keyword.None;
        ReportMisspelt(near, "at the top of a file");
        return KeywordTable.Find(near);
    }

    private DeclarationSyntax Declaration(Keyword keyword) => keyword switch
    {
        Keyword.System => System(),
        Keyword.Scheme => Scheme(),
        Keyword.Tier => Tier(),
        Keyword.Type => Type(),
        Keyword.Fact => Fact(),
        Keyword.Param => Param(),
        Keyword.Set => Set(),
        Keyword.Let => Let(),
        Keyword.Data => Data(),
        Keyword.Detector => Detector(),
        Keyword.Label => Label(),
        Keyword.Tool => Tool(),
        Keyword.Group => Group(),
        Keyword.Agent => Agent(),
        Keyword.Workflow => Workflow(),
        Keyword.Control => Control(),
        Keyword.Limit => new LimitDeclarationSyntax(Limit()),
        Keyword.Judge => Judge(),
        Keyword.Queue => Queue(),
        Keyword.Breaker => Breaker(),
        Keyword.Pace => Pace(),
        Keyword.Audit => Audit(),
        Keyword.Waive => Waive(),
        Keyword.Inapplicable => Inapplicable(),
        Keyword.Prove => Prove(),
        _ => Test(),
    };

    private HeadSyntax Head()
    {
        var name = ExpectName();
        var alias = OptionalAlias();
        return new HeadSyntax(name, alias, NextIf(TokenKind.Text));
    }

    private void FailDeclaration()
    {
        if (At(TokenKind.CloseBrace))
            Fail(SyntaxDiagnostics.StrayClosing, Current.Span, new DiagnosticFix("Remove '}'", [new TextEdit(Current.Span, "")]), "}");
        else
            Fail(SyntaxDiagnostics.UnknownDeclaration, Current.Span, Describe(Current));
        Skip();
    }

    private void SkipToDeclaration()
    {
        var open = 0;
        for (; !At(TokenKind.EndOfFile); Skip())
        {
            if (KeywordTable.IsDeclaration(Current.Keyword)
                && Current.Kind == TokenKind.Name
                && (open <= 0 || ClosesEverything())
                && BeginsDeclaration())
                return;
            if (At(TokenKind.OpenBrace))
                open++;
            else if (At(TokenKind.CloseBrace))
                open--;
        }
    }

    private bool BeginsDeclaration() =>
        IsFirstColumn(Current.Span.Start)
        || (
            Ahead.Kind is TokenKind.Name or TokenKind.Text or TokenKind.OpenBrace
            && _tokens[Math.Max(_position - 1, 0)].Kind is TokenKind.CloseBrace or TokenKind.Text);
}
