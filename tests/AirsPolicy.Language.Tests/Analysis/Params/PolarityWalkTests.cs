using AirsPolicy.Language.Analysis.Params;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Tests.Evaluation;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.State;
using static AirsPolicy.Language.Tests.Evaluation.Make;

namespace AirsPolicy.Language.Tests.Analysis.Params;

public class PolarityWalkTests
{
    private static readonly Expression s_one = Int(1), s_two = Int(2), s_three = Int(3);

    [Fact]
    public void Whoever_draws_from_a_limit_passes_it_sooner()
    {
        var where = Less(s_one, Fact("number", IntShape.Instance));
        var draw = new LimitDrawModel("output", null, [Fact("user.id")], s_two, s_three, Where: where);
        var model = Shop.Empty with
        {
            Limits = [new LimitModel("shop.limit.l", "shop.limit.l", null, [draw], 0, 0, [1_000_000], Owned: false)],
        };
        Assert.Equal(
            [(s_one, Direction.Lowers), (s_three, Direction.Lowers), (s_two, Direction.Raises)],
            Told(model, new LimitPassedExpression(0, 0, Nowhere)));
        Assert.Equal(
            [(s_one, Direction.Raises), (s_three, Direction.Raises), (s_two, Direction.Lowers)],
            Told(model, Not(new LimitPassedExpression(0, 0, Nowhere))));
    }

    [Fact]
    public void The_keys_of_a_limit_say_nothing_of_a_direction()
    {
        var draw = new LimitDrawModel("output", null, [s_one], null, s_two);
        var model = Shop.Empty with
        {
            Limits = [new LimitModel("shop.limit.l", "shop.limit.l", null, [draw], 0, 0, [1_000_000], Owned: false)],
        };
        Assert.Equal([(s_one, Direction.Unknown), (s_two, Direction.Lowers)], Told(model, new LimitPassedExpression(0, 0, Nowhere)));
    }

    [Theory]
    [InlineData(AggregateKind.Count, 1, 0)]
    [InlineData(AggregateKind.Distinct, 1, 0)]
    [InlineData(AggregateKind.Sum, 0, 1)]
    public void More_events_are_a_greater_count_and_no_greater_sum_where_something_may_be_negative(AggregateKind kind, int where, int value)
    {
        var source = new EventSourceModel("output", null, Less(Fact("number", IntShape.Instance), s_one), [], s_two);
        var model = Shop.Empty with { Aggregates = [new AggregateModel(kind, EventFate.All, [source], 0, 0, Owned: false)] };
        var asked = new AggregateExpression(0, [s_three], IntShape.Instance, Nowhere);
        var told = Told(model, Compare(CompareOperator.Greater, asked, Int(9))).ToDictionary(pair => pair.Item1, pair => (int)pair.Item2);
        Assert.Equal((kind == AggregateKind.Sum ? 1 : where, value, 0), (told[s_one], told[s_two], told[s_three]));
    }

    [Fact]
    public void Of_a_comparison_that_says_nothing_the_past_says_nothing_either()
    {
        var source = new EventSourceModel("output", null, Less(Fact("number", IntShape.Instance), s_one), [], null);
        var model = Shop.Empty with { Aggregates = [new AggregateModel(AggregateKind.Count, EventFate.All, [source], 0, 0, Owned: false)] };
        Assert.Equal(
            [(s_one, Direction.Unknown), (s_two, Direction.Unknown)],
            Told(model, Equal(new AggregateExpression(0, [], IntShape.Instance, Nowhere), s_two)));
    }

    private static List<(Expression, Direction)> Told(PolicyModel model, Expression condition)
    {
        var told = new List<(Expression, Direction)>();
        new PolarityWalk(model, (constant, direction) => told.Add((constant, direction))).Condition(condition, Direction.Raises);
        return [.. told.Distinct()];
    }
}
