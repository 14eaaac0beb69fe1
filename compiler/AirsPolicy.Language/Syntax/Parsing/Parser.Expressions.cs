using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Text;
using AirsPolicy.Text;

namespace AirsPolicy.Language.Syntax;

internal sealed partial class Parser
{
    // The height of the expression read last bounds the recursion of every later stage, also for chains that are read in a loop.
    private const int DeepestNesting = 200, GreatestHeight = 400;

    private const int OrLevel = 1, AndLevel = 2, NotLevel = 3, ComparisonLevel = 4, SumLevel = 5, TermLevel = 6, CoalesceLevel = 7;

    private int _nesting, _height;

    private ExpressionSyntax Condition() => Expression("a condition");

    private ExpressionSyntax Expression(string what = "a value")
    {
        if (_nesting >= DeepestNesting)
            return TooDeep();
        _nesting++;
        var expression = Binary(OrLevel, what);
        _nesting--;
        return expression;
    }

    private MissingExpressionSyntax TooDeep()
    {
        Fail(SyntaxDiagnostics.TooDeep, Current.Span);
        SkipNested();
        _height = 1;
        return new MissingExpressionSyntax(Missing(TokenKind.Name));
    }

    // To the mark that closes what is open here, so that those who wait for it find it.
    private void SkipNested()
    {
        for (var open = 0; !At(TokenKind.EndOfFile) && !ClosesEverything(); Skip())
        {
            if (Current.Kind is TokenKind.OpenParenthesis or TokenKind.OpenBracket or TokenKind.OpenBrace)
                open++;
            else if (Current.Kind is TokenKind.CloseParenthesis or TokenKind.CloseBracket or TokenKind.CloseBrace && --open < 0)
                return;
            else if (open == 0 && At(Keyword.Then))
                return;
        }
    }

    private ExpressionSyntax Binary(int level, string what)
    {
        var left = BeginsNot() ? Not(level) : Postfix(what);
        while (true)
        {
            var found = FindOperator();
            if (found.Level < level)
                return left;
            if (_height >= GreatestHeight)
            {
                TooDeep();
                return left;
            }

            var height = _height;
            if (found.Level == ComparisonLevel
                && left is BinaryExpressionSyntax { Operator: >= BinaryOperator.Equal and <= BinaryOperator.EndsWith })
                left = Chained(left, found);
            else
                left = Joined(left, found);
            _height = Math.Max(height, _height) + 1;
        }
    }

    private BinaryExpressionSyntax Joined(ExpressionSyntax left, FoundOperator found)
    {
        ReportForeign(found);
        var first = Next();
        var second = found.Second is Keyword.None ? null : Expect(found.Second);
        return new BinaryExpressionSyntax(left, first, second, Binary(found.Level + 1, "a value"), found.Operator);
    }

    // a < b < c is read as if it were mended; the fix repeats the operand in the middle.
    private BinaryExpressionSyntax Chained(ExpressionSyntax left, FoundOperator found)
    {
        var middle = ((BinaryExpressionSyntax)left).Right.Span;
        var insertion = new TextEdit(new TextSpan(middle.End, middle.End), $" and {_source.Slice(middle)}");
        Report(SyntaxDiagnostics.ComparisonChain, Current.Span, new DiagnosticFix("Compare twice, joined with 'and'", [insertion]));
        return Joined(left, found);
    }

    private bool BeginsNot() => At(Keyword.Not) || (At(TokenKind.ForeignOperator) && Current.Text == "!");

    private UnaryExpressionSyntax Not(int level)
    {
        if (At(TokenKind.ForeignOperator))
            Report(
                SyntaxDiagnostics.ForeignOperator,
                Current.Span,
                new DiagnosticFix("Write 'not'", [new TextEdit(Current.Span, "not ")]),
                "!",
                "not");
        else if (level > NotLevel)
            FailExpected("a value", null);
        var word = Next();
        var operand = Nested(static parser => parser.Binary(NotLevel, "a condition"));
        _height++;
        return new UnaryExpressionSyntax(word, operand);
    }

    private ExpressionSyntax Nested(Func<Parser, ExpressionSyntax> read)
    {
        if (_nesting >= DeepestNesting)
            return TooDeep();
        _nesting++;
        var operand = read(this);
        _nesting--;
        return operand;
    }

    private ExpressionSyntax Postfix(string what)
    {
        var expression = Primary(what);
        while (!_lost)
        {
            if (Current.Kind is not (TokenKind.Dot or TokenKind.OpenBracket or TokenKind.OpenParenthesis))
                return expression;
            if (_height >= GreatestHeight)
            {
                TooDeep();
                return expression;
            }

            var height = _height;
            expression = Current.Kind switch
            {
                TokenKind.Dot => new MemberExpressionSyntax(expression, Next(), MemberName()),
                TokenKind.OpenBracket => Index(expression),
                _ => Call(expression),
            };
            _height = Math.Max(height, _height) + 1;
        }

        return expression;
    }

    private IndexExpressionSyntax Index(ExpressionSyntax target)
    {
        var open = Next();
        _openBrackets++;
        var text = ExpectText();
        var index = new IndexExpressionSyntax(target, open, text, ExpectClosing(TokenKind.CloseBracket, open));
        _openBrackets--;
        return index;
    }

    private CallExpressionSyntax Call(ExpressionSyntax target)
    {
        var open = Next();
        _openParentheses++;
        var (arguments, height) = Expressions(TokenKind.CloseParenthesis, "arguments");
        var call = new CallExpressionSyntax(target, open, arguments, ExpectClosing(TokenKind.CloseParenthesis, open));
        _openParentheses--;
        _height = height;
        return call;
    }

    private (SeparatedSyntaxList<ExpressionSyntax> Items, int Height) Expressions(TokenKind close, string noun)
    {
        var height = 0;
        var items = Enclosed(
            parser =>
            {
                var item = parser.Expression();
                height = Math.Max(height, parser._height);
                return item;
            },
            BeginsExpression,
            close,
            noun);
        return (items, height);
    }

    private static bool BeginsExpression(SyntaxToken token) =>
        token.Kind is TokenKind.Name or (>= TokenKind.CatalogueId and <= TokenKind.Date) or TokenKind.OpenBrace or TokenKind.OpenBracket;
}
