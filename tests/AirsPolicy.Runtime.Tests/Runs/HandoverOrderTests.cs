using AirsPolicy.Collections;
using AirsPolicy.Runtime.Runs;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Runtime.Tests.Runs;

public class HandoverOrderTests
{
    private static readonly StepAutomaton s_review = Handed(
        new StepSequence([new NamedStep("find"), new NamedStep("judge"), new NamedStep("write")]));

    private static StepAutomaton Handed(StepExpression order)
    {
        var automaton = StepCompiler.Compile(order).Automaton!;
        return HandoverOrder
            .Compile(
                automaton,
                [.. from one in automaton.Names from other in automaton.Names where one != other select new Handover(one, other)])
            .Automaton!;
    }

    private static int Run(StepAutomaton automaton, params string[] seen) =>
        seen.Aggregate(StepAutomaton.Start, (state, step) => automaton.Next(state, step));

    [Fact]
    public void An_agent_that_goes_on_acting_makes_no_new_step() =>
        Assert.True(s_review.IsComplete(Run(s_review, "find", "find", "judge", "judge", "judge", "write")));

    [Fact]
    public void Handing_on_work_is_acting_and_the_one_that_takes_it_is_next()
    {
        Assert.True(
            s_review.IsComplete(Run(s_review, HandoverOrder.Step("find", "judge"), "judge", HandoverOrder.Step("judge", "write"), "write"))
        );
        Assert.Equal(StepAutomaton.Left, Run(s_review, "find", HandoverOrder.Step("find", "write")));
        Assert.Equal(StepAutomaton.Left, Run(s_review, HandoverOrder.Step("find", "judge"), "find"));
    }

    [Fact]
    public void Agents_and_handovers_that_the_order_does_not_have_leave_it()
    {
        Assert.Equal(StepAutomaton.Left, Run(s_review, "find", "other"));
        Assert.Equal(StepAutomaton.Left, Run(s_review, "find", HandoverOrder.Step("find", "other")));
    }

    [Fact]
    public void An_order_over_too_many_agents_has_no_automaton()
    {
        var automaton = StepCompiler
            .Compile(new StepSequence([.. Enumerable.Range(0, 100).Select(i => (StepExpression)new NamedStep($"a{i}"))]))
            .Automaton!;
        ValueList<Handover> all =
        [
            .. from one in automaton.Names from other in automaton.Names where one != other select new Handover(one, other),
        ];
        Assert.Equal(StepProblem.TooManyStates, HandoverOrder.Compile(automaton, all).Problem);
    }

    [Fact]
    public void What_is_seen_keeps_to_the_order_exactly_when_the_agents_in_turn_do() =>
        Prop.ForAll(
                RandomSteps.Cases,
                x =>
                {
                    var automaton = StepCompiler.Compile(x.Order).Automaton!;
                    var turns = x.Run.Where((name, i) => i == 0 || x.Run[i - 1] != name).ToArray();
                    var expected = turns.Aggregate(StepAutomaton.Start, (state, name) => automaton.Next(state, name));
                    var handed = Handed(x.Order);
                    var state = x.Run.Aggregate(StepAutomaton.Start, (at, name) => handed.Next(at, name));
                    return (state == StepAutomaton.Left) == (expected == StepAutomaton.Left)
                        && handed.IsComplete(state) == automaton.IsComplete(expected);
                }
            )
            .Check(Laws.Config);
}
