using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Language.Tests.Syntax;

public class LiteralTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("2_000", 2000)]
    [InlineData("9223372036854775807", long.MaxValue)]
    public void Whole_numbers_have_64_bits(string text, long value) => Assert.Equal(new IntegerLiteral(value), LiteralOf(text));

    [Fact]
    public void Decimals_keep_their_digits() =>
        Assert.Equal(
            "1.500",
            Assert.IsType<DecimalLiteral>(LiteralOf("1.500")).Value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("85%", 850_000)]
    [InlineData("99.5%", 995_000)]
    [InlineData("0.0001%", 1)]
    [InlineData("0.10000%", 1_000)]
    [InlineData("100%", 1_000_000)]
    public void Shares_are_millionths(string text, int millionths) => Assert.Equal(new ShareLiteral(millionths), LiteralOf(text));

    [Theory]
    [InlineData("250ms", 250 * TimeSpan.TicksPerMillisecond)]
    [InlineData("1h30m", 90 * TimeSpan.TicksPerMinute)]
    [InlineData("7y", 7 * 365 * TimeSpan.TicksPerDay)]
    public void Durations_are_ticks(string text, long ticks) => Assert.Equal(new DurationLiteral(ticks), LiteralOf(text));

    [Fact]
    public void Sizes_are_bytes() => Assert.Equal(new SizeLiteral(65_536), LiteralOf("64KiB"));

    [Theory]
    [InlineData("200 GBP")]
    [InlineData("200\n  GBP")]
    public void Money_is_a_number_before_three_capitals(string text) => Assert.Equal(new MoneyLiteral(200m, "GBP"), LiteralOf(text));

    [Fact]
    public void Money_minus_money_is_a_subtraction()
    {
        var value = Assert.IsType<BinaryExpressionSyntax>(ValueOf("500 GBP-50 GBP"));
        Assert.Equal(BinaryOperator.Subtract, value.Operator);
    }

    [Fact]
    public void Dates_are_day_numbers() => Assert.Equal(new DateLiteral(new DateOnly(2027, 3, 31).DayNumber), LiteralOf("2027-03-31"));

    [Theory]
    [InlineData("\"a\\\"b\\\\\\n\\t\\u0041\\u{1F600}\"", "a\"b\\\n\tA😀")]
    [InlineData("\"\"\"one line\"\"\"", "one line")]
    [InlineData("\"\"\"\n    a\n      b\n\n    c\n    \"\"\"", "a\n  b\n\nc")]
    [InlineData("\"\"\"\r\n    a\r\n    b \\n\r\n    \"\"\"", "a\nb \\n")]
    public void Texts_are_decoded(string text, string value) => Assert.Equal(value, Assert.IsType<TextLiteral>(LiteralOf(text)).Value);

    [Theory]
    [InlineData("/a[/]b\\/c/i", "a[/]b\\/c", true)]
    [InlineData("/^Q[1-4]/", "^Q[1-4]", false)]
    public void Patterns_end_at_the_first_slash_neither_escaped_nor_in_a_class(string text, string content, bool ignoreCase)
    {
        var token = ((LiteralExpressionSyntax)ValueOf(text)).Token;
        var pattern = Assert.IsType<PatternLiteral>(token.Literal);
        Assert.Equal(content, token.Source.Slice(pattern.Content).ToString());
        Assert.Equal(ignoreCase, pattern.IgnoreCase);
    }

    [Fact]
    public void Not_binds_looser_than_a_comparison_and_tighter_than_and()
    {
        var and = Assert.IsType<BinaryExpressionSyntax>(ValueOf("not a == b and c"));
        Assert.Equal(BinaryOperator.And, and.Operator);
        Assert.IsType<BinaryExpressionSyntax>(Assert.IsType<UnaryExpressionSyntax>(and.Left).Operand);
    }

    [Fact]
    public void The_body_of_a_quantifier_runs_to_the_end()
    {
        var any = Assert.IsType<QuantifierExpressionSyntax>(ValueOf("any s in xs: s.a == 1 or s.b"));
        Assert.Equal(BinaryOperator.Or, Assert.IsType<BinaryExpressionSyntax>(any.Body).Operator);
    }

    private static Literal? LiteralOf(string text) => Assert.IsType<LiteralExpressionSyntax>(ValueOf(text)).Token.Literal;

    private static ExpressionSyntax ValueOf(string text)
    {
        var tree = SyntaxTree.Parse(SourceText.From($"library a\nlet x = {text}\n"));
        Assert.Empty(tree.Diagnostics);
        return ((LetDeclarationSyntax)tree.Root.Declarations[0]).Value;
    }
}
