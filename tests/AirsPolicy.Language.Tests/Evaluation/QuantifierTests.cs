using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Shapes;
using static AirsPolicy.Language.Tests.Evaluation.Make;
using static AirsPolicy.Language.Tests.Evaluation.Shop;

namespace AirsPolicy.Language.Tests.Evaluation;

public sealed class QuantifierTests
{
    private const string Names = "\"names\":[\"a\",\"b\",\"c\"]";

    // Fails at the item 'b'.
    private static readonly Expression s_failingAtB = And(Equal(Item(0), Literal("b")), Overflowing);

    [Fact]
    public void Any_holds_where_one_item_does()
    {
        Assert.True(Truth(Quantify(QuantifierKind.Any, Fact("names", Texts), Equal(Item(0), Literal("b"))), Names));
        Assert.False(Truth(Quantify(QuantifierKind.Any, Fact("names", Texts), Equal(Item(0), Literal("z"))), Names));
        Assert.False(Truth(Quantify(QuantifierKind.Any, Fact("names", Texts), True), "\"names\":[]"));
    }

    [Fact]
    public void All_holds_where_every_item_does()
    {
        Assert.True(Truth(Quantify(QuantifierKind.All, Fact("names", Texts), Not(Equal(Item(0), Literal("z")))), Names));
        Assert.False(Truth(Quantify(QuantifierKind.All, Fact("names", Texts), Equal(Item(0), Literal("a"))), Names));
        Assert.True(Truth(Quantify(QuantifierKind.All, Fact("names", Texts), False), "\"names\":[]"));
    }

    [Fact]
    public void Count_counts_the_items_for_which_it_holds() =>
        Assert.True(Truth(Equal(Quantify(QuantifierKind.Count, Fact("names", Texts), Not(Equal(Item(0), Literal("b")))), Int(2)), Names));

    [Fact]
    public void Any_ends_at_the_first_item_that_decides_or_fails()
    {
        Assert.True(Truth(Quantify(QuantifierKind.Any, Fact("names", Texts), Or(Equal(Item(0), Literal("a")), s_failingAtB)), Names));
        Assert.Equal(
            FailureKind.Overflow,
            FailureOf(Quantify(QuantifierKind.Any, Fact("names", Texts), Or(Equal(Item(0), Literal("c")), s_failingAtB)), Names).Kind);
    }

    [Fact]
    public void All_ends_at_the_first_item_that_decides_or_fails()
    {
        Assert.False(
            Truth(Quantify(QuantifierKind.All, Fact("names", Texts), And(Not(Equal(Item(0), Literal("a"))), Not(s_failingAtB))), Names));
        Assert.Equal(FailureKind.Overflow, FailureOf(Quantify(QuantifierKind.All, Fact("names", Texts), Not(s_failingAtB)), Names).Kind);
    }

    [Fact]
    public void Count_looks_at_every_item_and_fails_with_any_of_them() =>
        Assert.Equal(
            FailureKind.Overflow,
            FailureOf(Equal(Quantify(QuantifierKind.Count, Fact("names", Texts), Or(s_failingAtB, True)), Int(3)), Names).Kind);

    [Fact]
    public void Members_of_items_are_read_and_their_optional_ones_may_be_absent()
    {
        const string sources = "\"sources\":[{\"text\":\"x\",\"score\":0.2},{\"text\":\"y\",\"host\":\"h\",\"score\":0.9}]";
        var list = Fact("sources", new ListShape(Passage));
        Assert.True(
            Truth(
                Quantify(
                    QuantifierKind.Any,
                    list,
                    And(Equal(Item(0, "text"), Literal("y")), Equal(Coalesce(Item(0, "host"), Literal("")), Literal("h")))),
                sources));
        Assert.True(Truth(Equal(Quantify(QuantifierKind.Count, list, new HasExpression(Item(0, "host"), Nowhere)), Int(1)), sources));
        Assert.Equal(
            FailureKind.MissingFact,
            FailureOf(Quantify(QuantifierKind.All, list, Equal(Item(0, "host"), Literal("h"))), sources).Kind);
    }

    [Fact]
    public void A_quantifier_inside_another_sees_both_items()
    {
        var inner = Quantify(
            QuantifierKind.Any,
            List(TextShape.Instance, Literal("b"), Literal("c")),
            Equal(Item(0), Item(1)),
            variable: 1);
        Assert.True(Truth(Equal(Quantify(QuantifierKind.Count, Fact("names", Texts), inner), Int(2)), Names));
    }
}
