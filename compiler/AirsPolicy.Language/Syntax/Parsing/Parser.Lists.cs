using System.Diagnostics.CodeAnalysis;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Text;
using AirsPolicy.Text;

namespace AirsPolicy.Language.Syntax;

internal sealed partial class Parser
{
    private static readonly Dictionary<string, string> s_timesByWord = new(StringComparer.Ordinal)
    {
        ["second"] = "1s",
        ["minute"] = "1m",
        ["hour"] = "1h",
        ["day"] = "1d",
        ["week"] = "7d",
    };

    /// <summary>Items between commas, at least one.</summary>
    /// <param name="item">Reads one item.</param>
    /// <param name="begins">
    /// Whether an item begins at a token; after an item, such a token can be nothing else than one whose comma is missing.
    /// </param>
    /// <param name="noun">What the items are, in the plural.</param>
    private SeparatedSyntaxList<T> Commas<T>(Func<Parser, T> item, Func<SyntaxToken, bool> begins, string noun)
        where T : SyntaxElement
    {
        var first = item(this);
        if (!At(TokenKind.Comma) && !begins(Current))
            return new SeparatedSyntaxList<T>([first], []);
        var items = new List<T> { first };
        var separators = new List<SyntaxToken>();
        while (!_lost)
        {
            if (At(TokenKind.Comma))
                separators.Add(Next());
            else if (begins(Current))
                separators.Add(MissingSeparator(",", TokenKind.Comma, noun));
            else
                break;
            items.Add(item(this));
        }

        return new SeparatedSyntaxList<T>([.. items], [.. separators]);
    }

    private SyntaxToken MissingSeparator(string mark, TokenKind kind, string noun)
    {
        var end = _last.Span.End;
        var text = mark == "," ? mark : $" {mark}";
        Report(
            SyntaxDiagnostics.MissingSeparator,
            Place(),
            new DiagnosticFix($"Insert '{mark}'", [new TextEdit(new TextSpan(end, end), text)]),
            mark,
            noun);
        return Missing(kind);
    }

    /// <summary>Items between commas up to a closing mark; maybe none.</summary>
    private SeparatedSyntaxList<T> Enclosed<T>(Func<Parser, T> item, Func<SyntaxToken, bool> begins, TokenKind close, string noun)
        where T : SyntaxElement
    {
        if (At(close))
            return SeparatedSyntaxList<T>.Empty;
        var items = new List<T>();
        var separators = new List<SyntaxToken>();
        while (!At(close) && !At(TokenKind.EndOfFile) && !ClosesEverything())
        {
            var before = _position;
            items.Add(item(this));
            if (At(close) || _position == before)
                break;
            if (At(TokenKind.Comma))
            {
                separators.Add(Next());
                if (At(close))
                    ReportTrailing(noun);
            }
            else if (begins(Current) && !_lost)
            {
                separators.Add(MissingSeparator(",", TokenKind.Comma, noun));
            }
            else
            {
                break;
            }
        }

        return new SeparatedSyntaxList<T>([.. items], [.. separators]);
    }

    private void ReportTrailing(string noun) =>
        Report(
            SyntaxDiagnostics.TrailingSeparator,
            _last.Span,
            new DiagnosticFix($"Remove '{_last.Text}'", [new TextEdit(_last.Span, "")]),
            _last.Text,
            $"another of the {noun}");

    private SeparatedSyntaxList<SyntaxToken> Texts() =>
        Commas(static parser => parser.ExpectText(), static token => token.Kind == TokenKind.Text, "texts");

    private SeparatedSyntaxList<SyntaxToken> Ids() =>
        Commas(static parser => parser.ExpectId(), static token => token.Kind == TokenKind.CatalogueId, "ids");

    // A name behind a path may be the next member, so a missing comma between paths cannot be told here.
    private SeparatedSyntaxList<PathSyntax> Paths() => Commas(static parser => parser.Path(), static _ => false, "names");

    private PathSyntax Path()
    {
        var first = ExpectName();
        if (!At(TokenKind.Dot))
            return new PathSyntax(new SeparatedSyntaxList<SyntaxToken>([first], []));
        var parts = new List<SyntaxToken> { first };
        var dots = new List<SyntaxToken>();
        while (At(TokenKind.Dot))
        {
            dots.Add(Next());
            parts.Add(MemberName());
        }

        return new PathSyntax(new SeparatedSyntaxList<SyntaxToken>([.. parts], [.. dots]));
    }

    // Behind a dot every word is a name.
    private SyntaxToken MemberName() => At(TokenKind.Reserved) ? Next() : ExpectName();

    private KeywordPathsSyntax? OnePathAfter(Keyword keyword) =>
        At(keyword) ? new KeywordPathsSyntax(Next(), new SeparatedSyntaxList<PathSyntax>([Path()], [])) : null;

    private KeywordNameSyntax? NameAfter(Keyword keyword, string what) =>
        At(keyword) ? new KeywordNameSyntax(Next(), ExpectName(what)) : null;

    private KeywordValueSyntax? ValueAfter(Keyword keyword) => At(keyword) ? new KeywordValueSyntax(Next(), Value()) : null;

    private FromTextSyntax? OptionalFrom() =>
        At(Keyword.From) && Ahead.Kind == TokenKind.Text ? new FromTextSyntax(Next(), ExpectText()) : null;

    private ByTextSyntax? OptionalByText() => At(Keyword.By) ? new ByTextSyntax(Next(), ExpectText()) : null;

    private AliasSyntax? OptionalAlias() => At(Keyword.As) ? new AliasSyntax(Next(), ExpectText()) : null;

    private WhereSyntax Where(string where) => new(Expect(Keyword.Where, where), Condition());

    private WhereSyntax? OptionalWhere() => At(Keyword.Where) ? new WhereSyntax(Next(), Condition()) : null;

    private WithinSyntax? OptionalWithin() => At(Keyword.Within) ? new WithinSyntax(Next(), Value()) : null;

    private ForDurationSyntax? OptionalFor() => At(Keyword.For) ? new ForDurationSyntax(Next(), Value()) : null;

    private BecauseSyntax Because() => new(Expect(Keyword.Because), ExpectText());

    private UntilSyntax? OptionalUntil() => At(Keyword.Until) ? new UntilSyntax(Next(), ExpectDate()) : null;

    private const string KeyFunction = "folded";

    private TailSyntax Tail(string where) =>
        new(
            Expect(Keyword.Per, where),
            Commas(static parser => parser.Key(), static _ => false, "names"),
            AtPerTime(out var time) ? WithinMeant(time) : OptionalWithin());

    private KeySyntax Key() => At(TokenKind.Name) && Current.Text == KeyFunction && Ahead.Kind == TokenKind.OpenParenthesis
        ? new KeySyntax(null, Call(new NameExpressionSyntax(Next())))
        : new KeySyntax(Path(), null);

    // "per user per minute". A breaker has members that begin with 'per' as well, but no key is called so.
    private bool AtPerTime([NotNullWhen(true)] out string? time)
    {
        time = At(Keyword.Per) ? s_timesByWord.GetValueOrDefault(Ahead.Text) : null;
        return time is not null;
    }

    private WithinSyntax WithinMeant(string time)
    {
        var span = new TextSpan(Current.Span.Start, Ahead.Span.End);
        var fix = new DiagnosticFix($"Write 'within {time}'", [new TextEdit(span, $"within {time}")]);
        Report(SyntaxDiagnostics.PerTime, span, fix, Ahead.Text, time);
        Skip();
        Skip();
        return new WithinSyntax(Missing(TokenKind.Reserved, Keyword.Within), new MissingExpressionSyntax(Missing(TokenKind.Name)));
    }

    private BoundSyntax Bound()
    {
        var at = Expect(Keyword.At);
        var direction = At(Keyword.Most) ? Next() : Expect(Keyword.Least);
        return new BoundSyntax(at, direction, Value());
    }

    private PointsSyntax Points()
    {
        var first = Path();
        if (At(Keyword.Of))
            return new PointsSyntax(new SeparatedSyntaxList<PathSyntax>([first], []), Next(), Paths());
        if (!At(TokenKind.Comma))
            return new PointsSyntax(new SeparatedSyntaxList<PathSyntax>([first], []), null, null);
        var comma = Next();
        var rest = Paths();
        return new PointsSyntax(
            new SeparatedSyntaxList<PathSyntax>([first, .. rest], [comma, .. rest.Separators]), null, null);
    }

    private AtMemberSyntax AtPoints() => new(Expect(Keyword.At), Points());
}
