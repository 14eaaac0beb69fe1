using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Shapes;
using static AirsPolicy.Language.Tests.Evaluation.Make;
using static AirsPolicy.Language.Tests.Evaluation.Shop;

namespace AirsPolicy.Language.Tests.Evaluation;

public sealed class ExpressionMeaningTests
{
    [Fact]
    public void Facts_of_every_scalar_shape_are_read_by_name()
    {
        Assert.True(Truth(Fact("flag", BoolShape.Instance), "\"flag\":true"));
        Assert.True(Truth(Equal(Fact("number", IntShape.Instance), Int(-3)), "\"number\":-3"));
        Assert.True(Truth(Equal(Fact("factor", DecimalShape.Instance), Constant(1.5m, DecimalShape.Instance)), "\"factor\":1.50"));
        Assert.True(Truth(Equal(Fact("share", ShareShape.Instance), Constant(850_000L, ShareShape.Instance)), "\"share\":0.85"));
        Assert.True(Truth(Equal(Fact("price", Pounds), Constant(9.99m, Pounds)), "\"price\":9.99"));
        Assert.True(
            Truth(
                Equal(Fact("wait", DurationShape.Instance), Constant(TimeSpan.FromMinutes(90).Ticks, DurationShape.Instance)),
                "\"wait\":\"1h30m\""));
        Assert.True(Truth(Equal(Fact("size", SizeShape.Instance), Constant(65_536L, SizeShape.Instance)), "\"size\":\"64KiB\""));
        Assert.True(Truth(Equal(Fact("colour", Colour), Constant(1L, Colour)), "\"colour\":\"green\""));
        Assert.True(Truth(Equal(Fact("output.text"), Literal("hello")), "\"output\":{\"text\":\"hello\"}"));
        Assert.True(
            Truth(Equal(Fact("today", DateShape.Instance), Constant((long)new DateOnly(2026, 6, 15).DayNumber, DateShape.Instance))));
    }

    [Theory]
    [InlineData(CompareOperator.Equal, false, true, false)]
    [InlineData(CompareOperator.NotEqual, true, false, true)]
    [InlineData(CompareOperator.Less, true, false, false)]
    [InlineData(CompareOperator.LessOrEqual, true, true, false)]
    [InlineData(CompareOperator.Greater, false, false, true)]
    [InlineData(CompareOperator.GreaterOrEqual, false, true, true)]
    public void Comparisons_follow_the_order_of_numbers_decimals_and_rising_enums(
        CompareOperator comparison,
        bool below,
        bool same,
        bool above)
    {
        foreach (var (number, expected) in new[] { (1, below), (2, same), (3, above) })
        {
            Assert.Equal(expected, Truth(Compare(comparison, Fact("number", IntShape.Instance), Int(2)), $"\"number\":{number}"));
            Assert.Equal(expected, Truth(Compare(comparison, Fact("price", Pounds), Constant(2.00m, Pounds)), $"\"price\":{number}"));
            Assert.Equal(
                expected,
                Truth(Compare(comparison, Fact("risk", Risk), Constant(2L, Risk)), $"\"risk\":\"{Risk.Names[number]}\""));
        }
    }

    [Fact]
    public void Lists_are_equal_when_their_items_are_in_order()
    {
        var names = List(TextShape.Instance, Literal("a"), Literal("b"));
        Assert.True(Truth(Equal(Fact("names", Texts), names), "\"names\":[\"a\",\"b\"]"));
        Assert.False(Truth(Equal(Fact("names", Texts), names), "\"names\":[\"b\",\"a\"]"));
        Assert.True(Truth(Compare(CompareOperator.NotEqual, Fact("names", Texts), names), "\"names\":[\"a\"]"));
    }

    [Fact]
    public void Membership_looks_for_an_equal_item()
    {
        Assert.True(Truth(new MembershipExpression(Literal("b"), Fact("names", Texts), Nowhere), "\"names\":[\"a\",\"b\"]"));
        Assert.False(Truth(new MembershipExpression(Literal("B"), Fact("names", Texts), Nowhere), "\"names\":[\"a\",\"b\"]"));
        Assert.True(
            Truth(
                new MembershipExpression(Fact("number", IntShape.Instance), List(IntShape.Instance, Int(1), Int(2)), Nowhere),
                "\"number\":2"));
    }

    [Theory]
    [InlineData(TextTest.Contains, "lo wo", true)]
    [InlineData(TextTest.Contains, "LO", false)]
    [InlineData(TextTest.StartsWith, "hello", true)]
    [InlineData(TextTest.StartsWith, "world", false)]
    [InlineData(TextTest.EndsWith, "world", true)]
    [InlineData(TextTest.EndsWith, "hello", false)]
    [InlineData(TextTest.Contains, "", true)]
    public void Texts_are_tested_by_ordinal(TextTest test, string part, bool expected) =>
        Assert.Equal(
            expected,
            Truth(new TextTestExpression(test, Fact("output.text"), Literal(part), Nowhere), "\"output\":{\"text\":\"hello world\"}"));

    [Theory]
    [InlineData("[0-9]+", false, true)]
    [InlineData("ORDER", false, false)]
    [InlineData("ORDER", true, true)]
    [InlineData("^order$", false, false)]
    [InlineData("x*", false, true)]
    public void A_pattern_matches_somewhere_the_empty_match_included(string pattern, bool ignoreCase, bool expected) =>
        Assert.Equal(
            expected,
            Truth(new MatchesExpression(Fact("output.text"), pattern, ignoreCase, Nowhere), "\"output\":{\"text\":\"order 66\"}"));

    [Fact]
    public void An_optional_is_read_under_has_and_through_its_default()
    {
        var has = new HasExpression(Fact("note"), Nowhere);
        Assert.True(Truth(has, "\"note\":\"x\""));
        Assert.False(Truth(has));
        Assert.False(Truth(has, "\"note\":null"));
        Assert.True(Truth(Equal(Coalesce(Fact("note"), Literal("none")), Literal("none"))));
        Assert.True(Truth(Equal(Coalesce(Fact("note"), Literal("none")), Literal("x")), "\"note\":\"x\""));
    }

    [Fact]
    public void What_lies_under_an_absent_record_is_absent()
    {
        var email = Fact("customer.email");
        Assert.False(Truth(new HasExpression(email, Nowhere)));
        Assert.False(Truth(new HasExpression(email, Nowhere), "\"customer\":{\"name\":\"ann\"}"));
        Assert.True(Truth(new HasExpression(email, Nowhere), "\"customer\":{\"name\":\"ann\",\"email\":\"a@b\"}"));
        Assert.True(Truth(Equal(Coalesce(Fact("customer.name"), Literal("nobody")), Literal("nobody"))));
    }

    [Fact]
    public void A_let_is_its_body_and_passes_absence_on()
    {
        Assert.True(Truth(new NamedExpression("yes", True, Nowhere)));
        Assert.True(Truth(Equal(Coalesce(new NamedExpression("note", Fact("note"), Nowhere), Literal("none")), Literal("none"))));
    }

    [Theory]
    [InlineData("low", 10)]
    [InlineData("medium", 10)]
    [InlineData("high", 30)]
    [InlineData("critical", 30)]
    public void A_table_by_a_rising_enum_takes_the_nearest_lower_name(string risk, long expected)
    {
        var table = new TableExpression(Fact("risk", Risk), [Int(10), null, Int(30), null], IntShape.Instance, Nowhere);
        Assert.True(Truth(Equal(table, Int(expected)), $"\"risk\":\"{risk}\""));
    }

    [Fact]
    public void A_table_has_no_value_below_its_lowest_name_nor_for_a_name_of_a_plain_enum_it_does_not_list()
    {
        var rising = new TableExpression(Fact("risk", Risk), [null, Int(20), null, null], IntShape.Instance, Nowhere);
        var plain = new TableExpression(Fact("colour", Colour), [Int(1), null, Int(3)], IntShape.Instance, Nowhere);
        Assert.True(Truth(Equal(Coalesce(rising, Int(-1)), Int(-1)), "\"risk\":\"low\""));
        Assert.True(Truth(Equal(Coalesce(plain, Int(-1)), Int(-1)), "\"colour\":\"green\""));
        Assert.Equal(FailureKind.MissingFact, FailureOf(Equal(rising, Int(20)), "\"risk\":\"low\"").Kind);
    }

    [Fact]
    public void Texts_are_joined_in_order() =>
        Assert.True(
            Truth(Equal(new ConcatExpression(Literal("a"), Fact("output.text"), Nowhere), Literal("ab")), "\"output\":{\"text\":\"b\"}"));

    [Fact]
    public void Negation_and_conversion_keep_the_value()
    {
        Assert.True(
            Truth(Equal(new NegateExpression(Fact("number", IntShape.Instance), IntShape.Instance, Nowhere), Int(-7)), "\"number\":7"));
        Assert.True(Truth(Equal(new NegateExpression(Fact("price", Pounds), Pounds, Nowhere), Constant(-7m, Pounds)), "\"price\":7"));
        Assert.True(
            Truth(
                Equal(
                    new ConvertExpression(Fact("number", IntShape.Instance), DecimalShape.Instance, Nowhere),
                    Constant(7m, DecimalShape.Instance)),
                "\"number\":7"));
        Assert.True(
            Truth(
                Equal(
                    new ConvertExpression(Fact("share", ShareShape.Instance), DecimalShape.Instance, Nowhere),
                    Constant(0.25m, DecimalShape.Instance)),
                "\"share\":0.25"));
    }

    [Fact]
    public void Length_counts_scalars_and_items_and_size_counts_bytes()
    {
        var text = "\"output\":{\"text\":\"a\\uD83D\\uDE00é\"}";
        Assert.True(Truth(Equal(Call("length", Fact("output.text")), Int(3)), text));
        Assert.True(Truth(Equal(Call("size", Fact("output.text")), Int(7)), text));
        Assert.True(Truth(Equal(Call("length", Fact("names", Texts)), Int(2)), "\"names\":[\"a\",\"b\"]"));
    }

    private static CallExpression Call(string function, Expression argument) => new(function, [argument], IntShape.Instance, Nowhere);
}
