using AirsPolicy.Runtime.Runs;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Runtime.Tests.Runs;

public class StepAutomatonLaws
{
    private static StepAutomaton Compile(StepExpression order) => StepCompiler.Compile(order).Automaton!;

    private static int Run(StepAutomaton automaton, int state, IEnumerable<string> steps) =>
        steps.Aggregate(state, (at, step) => automaton.Next(at, step));

    [Fact]
    public void An_automaton_accepts_exactly_the_runs_that_keep_to_the_order() =>
        Prop.ForAll(RandomSteps.Cases, x =>
        {
            var automaton = Compile(x.Order);
            return automaton.IsComplete(Run(automaton, StepAutomaton.Start, x.Run)) == StepDerivative.Matches(x.Order, x.Run);
        }).Check(Laws.Config.WithMaxTest(2_000));

    [Fact]
    public void A_run_has_left_the_order_exactly_when_no_more_steps_can_complete_it() =>
        Prop.ForAll(RandomSteps.Cases, x =>
        {
            var left = Run(Compile(x.Order), StepAutomaton.Start, x.Run) == StepAutomaton.Left;
            return left == !StepDerivative.CanGoOn(x.Run.Aggregate(x.Order, StepDerivative.After));
        }).Check(Laws.Config.WithMaxTest(2_000));

    [Fact]
    public void A_run_goes_on_from_its_state_alone() =>
        Prop.ForAll(RandomSteps.Cases, x =>
        {
            var automaton = Compile(x.Order);
            var half = Run(Compile(x.Order), StepAutomaton.Start, x.Run.Take(x.Run.Length / 2));
            return Run(automaton, half, x.Run.Skip(x.Run.Length / 2)) == Run(automaton, StepAutomaton.Start, x.Run);
        }).Check(Laws.Config);

    [Fact]
    public void No_two_states_of_an_automaton_mean_the_same() =>
        Prop.ForAll(
                RandomSteps.Orders,
                order =>
                {
                    var automaton = Compile(order);
                    return Enumerable
                        .Range(0, automaton.Count)
                        .All(left => Enumerable.Range(0, left).All(right => TellApart(automaton, left, right)));
                }
            )
            .Check(Laws.Config.WithMaxTest(1_000));

    // The shortest run that ends well from one of two states and not from the other, sought breadth first.
    private static bool TellApart(StepAutomaton automaton, int left, int right)
    {
        var (seen, queue) = (new HashSet<(int, int)> { (left, right) }, new Queue<(int Left, int Right)>([(left, right)]));
        while (queue.TryDequeue(out var pair))
        {
            if (automaton.IsComplete(pair.Left) != automaton.IsComplete(pair.Right))
                return true;
            foreach (var name in automaton.Names)
            {
                var next = (automaton.Next(pair.Left, name), automaton.Next(pair.Right, name));
                if (seen.Add(next))
                    queue.Enqueue(next);
            }
        }

        return false;
    }

    [Fact]
    public void Orders_of_one_meaning_give_equal_automata() =>
        Prop.ForAll(RandomSteps.Orders, order =>
        {
            var star = new RepeatedStep(order, CanBeAbsent: true, CanRecur: true);
            var plus = new RepeatedStep(order, CanBeAbsent: false, CanRecur: true);
            Assert.Equal(Compile(order), Compile(new StepChoice([order, order])));
            Assert.Equal(Compile(star), Compile(new RepeatedStep(plus, CanBeAbsent: true, CanRecur: false)));
            Assert.Equal(Compile(star), Compile(new RepeatedStep(star, CanBeAbsent: true, CanRecur: true)));
            Assert.Equal(Compile(plus), Compile(new StepSequence([order, star])));
            Assert.Equal(Compile(plus), Compile(new StepSequence([star, order])));
        }).Check(Laws.Config);

    [Fact]
    public void An_automaton_is_bounded_or_refused() =>
        Prop.ForAll(
                RandomSteps.Orders,
                order =>
                {
                    var compilation = StepCompiler.Compile(order);
                    return compilation.Problem is null
                        ? compilation.Automaton!.Count is >= 1 and <= StepLimits.MaxStates
                        : compilation.Automaton is null;
                }
            )
            .Check(Laws.Config);
}
