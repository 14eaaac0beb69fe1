using AirsPolicy.Collections;
using AirsPolicy.Runtime.Runs;

namespace AirsPolicy.Runtime.Tests.Runs;

public class StepCompilerTests
{
    private static readonly NamedStep s_a = new("a");
    private static readonly NamedStep s_b = new("b");

    private static RepeatedStep Star(StepExpression step) => new(step, CanBeAbsent: true, CanRecur: true);

    // Whether the step that stood so many steps before the end was an 'a': a deterministic automaton has to remember them all.
    private static StepSequence RememberingSteps(int count) =>
        new([Star(new StepChoice([s_a, s_b])), s_a, .. Enumerable.Repeat<StepExpression>(new StepChoice([s_a, s_b]), count)]);

    [Fact]
    public void States_are_numbered_as_they_are_first_reached_names_in_ordinal_order()
    {
        var automaton = StepCompiler.Compile(new StepSequence([s_b, new RepeatedStep(s_a, CanBeAbsent: false, CanRecur: true)])).Automaton!;
        Assert.Equal(["a", "b"], automaton.Names);
        Assert.Equal([-1, 1, 2, -1, 2, -1], automaton.Moves);
        Assert.Equal([false, false, true], automaton.Complete);
    }

    [Fact]
    public void An_order_without_steps_is_complete_at_once()
    {
        var automaton = StepCompiler.Compile(new StepSequence([])).Automaton!;
        Assert.True(automaton.IsComplete(StepAutomaton.Start));
        Assert.Equal(StepAutomaton.Left, automaton.Next(StepAutomaton.Start, "a"));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void A_state_that_the_automaton_does_not_have_counts_as_left(int state)
    {
        var automaton = StepCompiler.Compile(s_a).Automaton!;
        Assert.Equal(2, automaton.Count);
        Assert.Equal(StepAutomaton.Left, automaton.Next(state, "a"));
        Assert.False(automaton.IsComplete(state));
    }

    [Fact]
    public void Names_are_compared_letter_by_letter()
    {
        var automaton = StepCompiler.Compile(s_a).Automaton!;
        Assert.Equal(StepAutomaton.Left, automaton.Next(StepAutomaton.Start, "A"));
        Assert.Equal(StepAutomaton.Left, automaton.Next(StepAutomaton.Start, ""));
    }

    [Fact]
    public void Each_limit_has_its_own_problem()
    {
        Assert.Equal(512, StepCompiler.Compile(RememberingSteps(8)).Automaton?.Count);
        Assert.Equal(StepProblem.TooManyStates, StepCompiler.Compile(RememberingSteps(40)).Problem);
        Assert.NotNull(
            StepCompiler.Compile(new StepSequence(Enumerable.Repeat<StepExpression>(s_a, StepLimits.MaxSteps).ToValueList())).Automaton);
        Assert.Equal(
            StepProblem.TooManySteps,
            StepCompiler.Compile(new StepSequence(Enumerable.Repeat<StepExpression>(s_a, StepLimits.MaxSteps + 1).ToValueList())).Problem);
        var deep = Enumerable.Range(0, StepLimits.MaxDepth).Aggregate((StepExpression)s_a, (step, _) => Star(step));
        Assert.Equal(StepProblem.TooDeep, StepCompiler.Compile(deep).Problem);
    }
}
