using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation.Past;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Runtime.Runs;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Language.Tests.Evaluation.Past;

/// <summary>What the interpreter says of orders, by derivatives, and what the automata of the runtime say.</summary>
public sealed class NaiveOrderLaws
{
    private static readonly string[] s_names = ["a", "b", "c"];

    private static readonly ValueList<Handover> s_handovers =
    [
        .. from one in s_names from other in s_names where one != other select new Handover(one, other),
    ];

    private static readonly Arbitrary<(StepExpression Order, string[] Run)> s_cases = (
        from order in Order(4)
        from length in Gen.Choose(0, 8)
        from run in Gen.ArrayOf(
            Gen.Frequency(
                (6, Gen.Elements(s_names)),
                (3, Gen.Elements([.. s_handovers.Select(handover => HandoverOrder.Step(handover.From, handover.To))])),
                (1, Gen.Elements("d", "a\na"))),
            length)
        select (order, run)
    ).ToArbitrary();

    // Of all the pairs that runs hand work over in, some may not.
    private static readonly ValueList<Handover> s_someHandovers = [new("a", "b"), new("b", "c"), new("c", "a")];

    [Fact]
    public void Work_handed_to_oneself_or_to_whom_it_may_not_be_is_no_step_of_an_order()
    {
        var order = new OrderModel(
            new RepeatedStep(
                new StepChoice([new NamedStep("a"), new NamedStep("b"), new NamedStep("c")]),
                CanBeAbsent: true,
                CanRecur: true),
            s_someHandovers);
        Assert.True(NaiveOrder.Keeps(order, ["a", "a\nb", "b"]));
        Assert.False(NaiveOrder.Keeps(order, ["a\na"]));
        Assert.False(NaiveOrder.Keeps(order, ["a\nc"]));
    }

    [Fact]
    public void A_run_keeps_to_an_order_of_agents_that_may_not_all_hand_work_to_one_another_in_both() => Check(s_someHandovers);

    [Fact]
    public void A_run_keeps_to_an_order_of_tools_in_both() => Check(handovers: null);

    [Fact]
    public void A_run_keeps_to_an_order_of_agents_in_both() => Check(s_handovers);

    [Fact]
    public void A_run_keeps_to_an_order_of_agents_in_both_where_few_hand_on_work() => Check([s_handovers[0], s_handovers[3]]);

    private static void Check(ValueList<Handover>? handovers) =>
        Prop.ForAll(
                s_cases,
                x =>
                {
                    var order = new OrderModel(x.Order, handovers);
                    var automaton = order.Compile();
                    var state = x.Run.Aggregate(StepAutomaton.Start, (at, step) => automaton.Next(at, step));
                    return NaiveOrder.Keeps(order, x.Run) == (state != StepAutomaton.Left)
                        && NaiveOrder.IsComplete(order, x.Run) == automaton.IsComplete(state);
                }
            )
            .Check(Laws.Config.WithMaxTest(2_000));

    private static Gen<StepExpression> Order(int depth)
    {
        var named = Gen.Elements(s_names).Select(name => (StepExpression)new NamedStep(name));
        if (depth == 0)
            return named;
        var inner = Order(depth - 1);
        return Gen.Frequency(
            (2, named),
            (4, from count in Gen.Choose(0, 3) from steps in Gen.ArrayOf(inner, count) select (StepExpression)new StepSequence([.. steps])),
            (3, from count in Gen.Choose(1, 3) from steps in Gen.ArrayOf(inner, count) select (StepExpression)new StepChoice([.. steps])),
            (
                3,
                from step in inner
                from kind in Gen.Choose(0, 2)
                select (StepExpression)new RepeatedStep(step, CanBeAbsent: kind != 0, CanRecur: kind != 1)));
    }
}
