using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Shapes;
using static AirsPolicy.Language.Tests.Evaluation.Make;
using static AirsPolicy.Language.Tests.Evaluation.Shop;

namespace AirsPolicy.Language.Tests.Evaluation;

public sealed class LazinessTests
{
    [Fact]
    public void And_looks_at_its_right_side_only_where_the_left_holds()
    {
        Assert.False(Truth(And(False, Overflowing)));
        Assert.Equal(FailureKind.Overflow, FailureOf(And(True, Overflowing)).Kind);
        Assert.Equal(FailureKind.Overflow, FailureOf(And(Overflowing, False)).Kind);
        Assert.True(Truth(And(True, True)));
    }

    [Fact]
    public void Or_looks_at_its_right_side_only_where_the_left_does_not_hold()
    {
        Assert.True(Truth(Or(True, Overflowing)));
        Assert.Equal(FailureKind.Overflow, FailureOf(Or(False, Overflowing)).Kind);
        Assert.Equal(FailureKind.Overflow, FailureOf(Or(Overflowing, True)).Kind);
        Assert.False(Truth(Or(False, False)));
    }

    [Fact]
    public void A_default_is_evaluated_only_where_the_value_is_absent()
    {
        var failing = Arithmetic(ArithmeticKind.IntAdd, Int(long.MaxValue), Int(1), IntShape.Instance);
        var table = new TableExpression(Fact("colour", Colour), [Int(1), null, null], IntShape.Instance, Nowhere);
        Assert.True(Truth(Equal(Coalesce(table, failing), Int(1)), "\"colour\":\"red\""));
        Assert.Equal(FailureKind.Overflow, FailureOf(Equal(Coalesce(table, failing), Int(1)), "\"colour\":\"green\"").Kind);
    }

    [Fact]
    public void A_table_evaluates_only_the_value_it_takes()
    {
        var failing = Arithmetic(ArithmeticKind.IntAdd, Int(long.MaxValue), Int(1), IntShape.Instance);
        var table = new TableExpression(Fact("colour", Colour), [Int(1), failing, Int(3)], IntShape.Instance, Nowhere);
        Assert.True(Truth(Equal(table, Int(3)), "\"colour\":\"blue\""));
        Assert.Equal(FailureKind.Overflow, FailureOf(Equal(table, Int(3)), "\"colour\":\"green\"").Kind);
    }

    [Fact]
    public void Not_over_a_failure_is_a_failure() => Assert.Equal(FailureKind.Overflow, FailureOf(Not(Overflowing)).Kind);

    [Fact]
    public void The_first_cause_stands()
    {
        var both = And(Equal(Fact("customer.email"), Literal("x")), Overflowing);
        Assert.Equal(FailureKind.MissingFact, FailureOf(both).Kind);
        Assert.Equal(FailureKind.Overflow, FailureOf(And(Not(Overflowing), Equal(Fact("customer.email"), Literal("x")))).Kind);
    }
}
