using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Language.Syntax;

internal sealed partial class Parser
{
    private ExpressionSyntax Primary(string what)
    {
        _height = 1;
        switch (Current.Kind)
        {
            case TokenKind.Name:
                return Current.Keyword is Keyword.Mean or Keyword.Deviation && Ahead.Keyword == Keyword.Of
                    ? Aggregate()
                    : new NameExpressionSyntax(Next());
            case >= TokenKind.Text and <= TokenKind.Date:
                return new LiteralExpressionSyntax(Next());
            case TokenKind.Minus:
                return Negative();
            case TokenKind.OpenParenthesis:
                return Parenthesized();
            case TokenKind.OpenBracket:
                return ListLiteral();
            case TokenKind.OpenBrace:
                return Record();
            case TokenKind.CatalogueId:
                Report(SyntaxDiagnostics.MisplacedId, Current.Span, Current.Text);
                return new NameExpressionSyntax(Next());
            case TokenKind.Reserved:
                return ReservedPrimary(what);
            default:
                return MissingExpression(what);
        }
    }

    private ExpressionSyntax ReservedPrimary(string what) => Current.Keyword switch
    {
        Keyword.True or Keyword.False => new LiteralExpressionSyntax(Next()),
        Keyword.Has => Has(),
        Keyword.By => Table(),
        Keyword.Count when Ahead.Keyword == Keyword.Of => Aggregate(),
        Keyword.Any or Keyword.All or Keyword.Count => Quantifier(),
        Keyword.Sum or Keyword.Distinct or Keyword.Earlier => Aggregate(),
        // Without the word that goes with them they compare nothing, and are the values of an enum.
        Keyword.Starts or Keyword.Ends when Ahead.Keyword != Keyword.With => ReservedValue(),
        _ => MissingExpression(what),
    };

    private NameExpressionSyntax ReservedValue()
    {
        Report(
            SyntaxDiagnostics.ReservedValue,
            Current.Span,
            new DiagnosticFix($"Write '\"{Current.Text}\"'", [new TextEdit(Current.Span, $"\"{Current.Text}\"")]),
            Current.Text);
        return new NameExpressionSyntax(Next());
    }

    private MissingExpressionSyntax MissingExpression(string what)
    {
        FailExpected(what, null);
        return new MissingExpressionSyntax(Missing(TokenKind.Name));
    }

    private UnaryExpressionSyntax Negative()
    {
        var minus = Next();
        // Members bind closer than the sign: -args.amount is the amount with the other sign.
        var operand = Nested(static parser => parser.Postfix("a number"));
        _height++;
        return new UnaryExpressionSyntax(minus, operand);
    }

    private ParenthesizedExpressionSyntax Parenthesized()
    {
        var open = Next();
        _openParentheses++;
        var expression = Expression();
        var height = _height + 1;
        var whole = new ParenthesizedExpressionSyntax(open, expression, ExpectClosing(TokenKind.CloseParenthesis, open));
        _openParentheses--;
        _height = height;
        return whole;
    }

    private ListExpressionSyntax ListLiteral()
    {
        var open = Expect(TokenKind.OpenBracket, "a list in brackets");
        _openBrackets++;
        var (items, height) = Expressions(TokenKind.CloseBracket, "items");
        var list = new ListExpressionSyntax(
            open,
            items,
            open.IsMissing ? Missing(TokenKind.CloseBracket) : ExpectClosing(TokenKind.CloseBracket, open));
        _openBrackets--;
        _height = height + 1;
        return list;
    }

    private RecordExpressionSyntax Record()
    {
        var open = Expect(TokenKind.OpenBrace, "a record in braces");
        if (open.IsMissing)
            return new RecordExpressionSyntax(open, SeparatedSyntaxList<RecordFieldSyntax>.Empty, Missing(TokenKind.CloseBrace));
        var height = 0;
        var fields = Enclosed(
            parser =>
            {
                var field = parser.RecordField();
                height = Math.Max(height, parser._height);
                return field;
            },
            static token => token.Kind is TokenKind.Name or TokenKind.Text,
            TokenKind.CloseBrace,
            "fields");
        var record = new RecordExpressionSyntax(open, fields, ExpectClosing(TokenKind.CloseBrace, open));
        _height = height + 1;
        return record;
    }

    // A field whose name on the wire is no name of the language is written as text.
    private RecordFieldSyntax RecordField() =>
        new(At(TokenKind.Text) ? Next() : ExpectName(), Expect(TokenKind.Colon, "':'"), Expression());

    private HasExpressionSyntax Has()
    {
        var has = Next();
        var operand = Nested(static parser => parser.Postfix("a name"));
        _height++;
        return new HasExpressionSyntax(has, operand);
    }

    private QuantifierExpressionSyntax Quantifier()
    {
        var keyword = Next();
        var variable = ExpectName("a name for each item");
        var within = Expect(Keyword.In);
        var list = Nested(static parser => parser.Postfix("a list"));
        var height = _height;
        var colon = Expect(TokenKind.Colon, "':'", "before the condition on each item");
        var body = Expression("a condition");
        _height = Math.Max(height, _height) + 1;
        return new QuantifierExpressionSyntax(keyword, variable, within, list, colon, body);
    }

    private AggregateExpressionSyntax Aggregate()
    {
        var keyword = Next();
        SyntaxToken? of = null, over = null;
        ExpressionSyntax? selected = null;
        if (keyword.Keyword != Keyword.Earlier)
            of = Expect(Keyword.Of);
        var height = 0;
        if (keyword.Keyword is not (Keyword.Count or Keyword.Earlier))
        {
            selected = Expression();
            height = _height;
            over = Expect(Keyword.Over, "before the event");
        }

        var refused = At(Keyword.Refused) && Ahead.Kind == TokenKind.Name ? Next() : null;
        var happened = ExpectName("an event");
        var variable = NextIf(TokenKind.Name);
        var where = OptionalWhere();
        height = Math.Max(height, where is null ? 0 : _height);
        var tail = Tail("after the event");
        _height = Math.Max(height, _height) + 1;
        return new AggregateExpressionSyntax(keyword, of, selected, over, refused, happened, variable, where, tail);
    }

    private TableExpressionSyntax Table()
    {
        var (by, path) = (Next(), Path());
        var (open, entries, close) = TableLines(static parser =>
            new TableEntrySyntax(parser.ExpectName(), parser.Nested(static inner => inner.Value())));
        if (!open.IsMissing)
            _height++;
        return new TableExpressionSyntax(by, path, open, entries, close);
    }

    private (SyntaxToken Open, SeparatedSyntaxList<T> Lines, SyntaxToken Close) TableLines<T>(Func<Parser, T> line)
        where T : SyntaxElement
    {
        var open = Expect(TokenKind.OpenBrace, "'{'", "before the lines of the table");
        if (open.IsMissing)
            return (open, SeparatedSyntaxList<T>.Empty, Missing(TokenKind.CloseBrace));
        var lines = Enclosed(line, static token => token.Kind == TokenKind.Name, TokenKind.CloseBrace, "lines");
        return (open, lines, ExpectClosing(TokenKind.CloseBrace, open));
    }

    /// <summary>A number, date, text, path or table: what stands where no calculation may.</summary>
    private ExpressionSyntax Value()
    {
        _height = 1;
        if (IsNumber(Current.Kind) || Current.Kind is TokenKind.Date or TokenKind.Text)
            return new LiteralExpressionSyntax(Next());
        if (At(Keyword.By))
            return Table();
        if (!At(TokenKind.Name))
            return MissingExpression("a value");
        ExpressionSyntax value = new NameExpressionSyntax(Next());
        while (At(TokenKind.Dot) && _height < GreatestHeight)
        {
            value = new MemberExpressionSyntax(value, Next(), MemberName());
            _height++;
        }

        return value;
    }
}
