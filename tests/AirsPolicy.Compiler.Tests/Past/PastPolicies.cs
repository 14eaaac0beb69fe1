using AirsPolicy.Collections;
using AirsPolicy.Compiler.Tests.Models;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Runs;
using AirsPolicy.Runtime.State;
using AirsPolicy.Text.Scores;
using static AirsPolicy.Compiler.Tests.Models.Make;

namespace AirsPolicy.Compiler.Tests.Past;

/// <summary>Policies that look back, over the facts of the input point.</summary>
internal static class PastPolicies
{
    public const long Hour = TimeSpan.TicksPerHour;

    public static AggregateModel PerUser(
        AggregateKind kind,
        EventFate fate = EventFate.WentOn,
        long within = 0,
        int upTo = 0,
        Expression? value = null,
        Expression? where = null
    ) => new(kind, fate, [new EventSourceModel("input", null, where, [Fact("user.id")], value)], within, upTo, Owned: false);

    public static LimitModel Limit(
        string control,
        long value,
        ValueList<long> shares,
        long within = 0,
        Expression? amount = null,
        Expression? allowed = null) =>
        new(
            control,
            control,
            null,
            [new LimitDrawModel("input", null, [Fact("user.id")], amount, allowed ?? Value(value))],
            within,
            amount is null ? (int)value : 0,
            shares,
            Owned: false);

    public static Expression Asked(int aggregate, Shape? shape = null) =>
        new AggregateExpression(aggregate, [Fact("user.id")], shape ?? IntShape.Instance, Place());

    public static Expression Passed(int limit, int arm = 0) => new LimitPassedExpression(limit, arm, Place());

    public static EffectModel Hold(long? ticks) => new FixedEffectModel(new HoldEffect("people", ticks, OtherwiseHalt: false));

    /// <summary>Blocks where an aggregate comes to a count.</summary>
    public static PolicyModel AtLeast(AggregateModel aggregate, long count) =>
        Policy(
            TestFacts.Input,
            Control("t.before", TestFacts.Input, When(Compare(Asked(0), CompareOperator.GreaterOrEqual, Value(count)), Block("Too often.")))
        ) with
        {
            Aggregates = [aggregate],
        };

    /// <summary>A limit whose one arm, at the whole, has an effect.</summary>
    public static PolicyModel Limited(long value, EffectModel? effect = null, long within = 0) => Policy(
        TestFacts.Input, Control("t.limit", TestFacts.Input, When(Passed(0), effect ?? Block("No more.")))) with
    {
        Limits = [Limit("t.limit", value, [Millionths.Whole], within)],
    };

    /// <summary>Everything that emission writes about the past.</summary>
    public static PolicyModel Everything() =>
        Policy(
            TestFacts.Input,
            Control("t.count", TestFacts.Input, When(Compare(Asked(0), CompareOperator.GreaterOrEqual, Value(3)), Flag)),
            Control("t.distinct", TestFacts.Input, When(Compare(Asked(1), CompareOperator.GreaterOrEqual, Value(2)), Flag)),
            Control("t.limits", TestFacts.Input, When(Passed(0), Flag), When(Passed(0, 1), Block()), When(Passed(1), Block())),
            Control("t.sum", TestFacts.Input, When(Compare(Asked(2, DecimalShape.Instance), CompareOperator.Greater, Value(100m)), Flag)),
            Control("t.turns", TestFacts.Input, When(Compare(Asked(3), CompareOperator.Greater, Value(100)), Flag)),
            Control(
                "t.order",
                TestFacts.Input,
                When(new FollowsExpression(5, [Fact("user.id")], Fact("channel"), Place()), Flag),
                When(new FollowsExpression(5, [Fact("user.id")], Fact("user.id"), Place()), Flag)),
            Control(
                "t.keys",
                TestFacts.Input,
                When(
                    Compare(
                        new AggregateExpression(
                            4,
                            [Fact("user.id"), Fact("user.roles"), Fact("flagged"), Fact("price"), Fact("level")],
                            IntShape.Instance,
                            Place()),
                        CompareOperator.Greater,
                        Value(1)),
                    Flag))
        ) with
        {
            Aggregates =
            [
                PerUser(AggregateKind.Count, EventFate.All, Hour, 4, where: new NotExpression(Fact("flagged"), Place())),
                PerUser(
                    AggregateKind.Distinct,
                    value: Fact("channel"),
                    where: Compare(
                        new EventOutcomeExpression(Place()),
                        CompareOperator.Less,
                        new ConstantExpression(2L, DecisionFacts.Outcome, Place()))),
                PerUser(AggregateKind.Sum, within: Hour, value: Fact("amount")),
                PerUser(AggregateKind.Sum, value: Fact("turns")),
                new AggregateModel(
                    AggregateKind.Count,
                    EventFate.WentOn,
                    [
                        new EventSourceModel(
                            "input",
                            null,
                            null,
                            [Fact("user.id"), Fact("user.roles"), Fact("flagged"), Fact("price"), Fact("level")],
                            null),
                    ],
                    0,
                    2,
                    Owned: false),
                PerUser(AggregateKind.Steps, value: Fact("user.id")) with
                {
                    Order = new OrderModel(new NamedStep("web"), null),
                },
            ],
            Limits =
            [
                Limit("t.limits", 4, [Millionths.Whole / 2, Millionths.Whole]),
                Limit("t.limits", 0, [Millionths.Whole], Hour, Fact("amount"), Value(200m)) with
                {
                    Id = "t.limits.2",
                },
            ],
        };
}
